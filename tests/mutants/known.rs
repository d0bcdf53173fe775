//! The reviewed list of mutants that no killer notices.

use std::path::Path;

use serde::Deserialize;

use super::find::Mutant;

/// The list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Mutants that nobody can notice, because they change nothing.
    #[serde(default)]
    equivalent: Vec<Listed>,
    /// Mutants that do change something, for which a test is still wanted.
    #[serde(default)]
    open: Vec<Listed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    file: String,
    function: String,
    expression: String,
    becomes: String,
    /// Which of the same comparisons in the function, where there are several.
    #[serde(default = "first")]
    occurrence: usize,
    /// Why it is the same program, if it is.
    #[serde(default)]
    reason: String,
}

fn first() -> usize {
    1
}

impl Known {
    pub fn read(path: &Path) -> Self {
        toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Whether the mutant is on the list, as one or the other.
    pub fn names(&self, mutant: &Mutant) -> bool {
        self.all().any(|listed| listed.is(mutant))
    }

    /// How many are listed as equivalent, and as open.
    pub fn counts(&self) -> (usize, usize) {
        (self.equivalent.len(), self.open.len())
    }

    /// Entries about mutants that do not exist, were killed, stand there twice, or are given without a reason.
    pub fn faults(&self, all: &[Mutant], killed: &[&Mutant]) -> Vec<String> {
        let mut faults = Vec::new();
        for listed in self.all() {
            let words = format!("{}: {}: {} → {}", listed.file, listed.function, listed.expression, listed.becomes);
            match all.iter().find(|mutant| listed.is(mutant)) {
                None => faults.push(format!("listed, but gone: {words}")),
                Some(mutant) if killed.contains(&mutant) => faults.push(format!("listed, but killed: {words}")),
                Some(mutant) if self.all().filter(|listed| listed.is(mutant)).count() > 1 => {
                    faults.push(format!("listed twice: {words}"));
                }
                Some(_) => {}
            }
        }
        let unreasoned = self.equivalent.iter().filter(|listed| listed.reason.trim().is_empty());
        faults.extend(unreasoned.map(|it| format!("listed as equivalent without a reason: {}", it.expression)));
        faults
    }

    fn all(&self) -> impl Iterator<Item = &Listed> {
        self.equivalent.iter().chain(&self.open)
    }
}

impl Listed {
    fn is(&self, mutant: &Mutant) -> bool {
        (&self.file, &self.function, &self.expression, &self.becomes, self.occurrence)
            == (&mutant.file, &mutant.function, &mutant.expression, &mutant.becomes, mutant.occurrence)
    }
}
