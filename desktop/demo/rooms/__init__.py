"""What the rooms of the demo centre hold beside the workbooks: made through the services, day for day."""
