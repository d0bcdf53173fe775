//! Has Cargo embed `models/` and the places again when a file is added; the compiler by itself only notices changed
//! files.

#![allow(clippy::print_stdout, reason = "Cargo reads a build script's standard output")]

fn main() {
    println!("cargo::rerun-if-changed=models");
    println!("cargo::rerun-if-changed=fixtures/places");
}
