"""The frame of the window: rail, status bar, sessions, jobs, acts, printing, scans."""
