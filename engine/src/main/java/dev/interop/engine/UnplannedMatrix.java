package dev.interop.engine;

/** A matrix whose cells are not known: whatever is selected of it stands for all of it. */
sealed interface UnplannedMatrix permits BrokenMatrixDescriptor, DisabledMatrixDescriptor {}
