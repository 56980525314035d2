"""What waits for a lead or for compliance: each task with the day it is due and the answers it takes."""
