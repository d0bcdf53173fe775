//! Planners: each composes rules into a model, has it solved, and reads the plan off the solution.

pub mod team;
