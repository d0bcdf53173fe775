//! Has Cargo embed `models/` again when a file is added to it; the compiler by itself only notices changed files.

#![allow(clippy::print_stdout, reason = "Cargo reads a build script's standard output")]

fn main() {
    println!("cargo::rerun-if-changed=models");
}
