rootProject.name = "matrix"
