print("deadheat")
