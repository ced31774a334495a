"""What those who work here learn and give: trainings, and the hours of volunteers."""
