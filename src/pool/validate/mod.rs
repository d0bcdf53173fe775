//! Checks that need more than one cell.
