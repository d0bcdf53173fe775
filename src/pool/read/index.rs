//! Who and what is on file: ids and names that references may give.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::column::{Kind, Space};
use super::fault::{self, Fault};
use super::sheet::Sheet;
use super::tables::regions;
use super::{normal, places};
use crate::diag::{Diagnostic, did_you_mean};
use crate::pool::skill::Dictionary;
use crate::pool::{OrganisationAlias, OrganisationId, Period};

/// Proposals cost a look at every name, so a folder full of faults gets them for its first ones only.
const PROPOSALS: usize = 200;

/// Ids and names of one kind of record.
#[derive(Default)]
struct Names {
    /// Each id with the row that first gives it.
    ids: BTreeMap<String, usize>,
    by_name: BTreeMap<String, BTreeSet<String>>,
    /// Longer and shorter names, looked up where no name fits as it stands.
    by_other_name: BTreeMap<String, BTreeSet<String>>,
}

impl Names {
    fn named(&self, text: &str) -> impl Iterator<Item = &str> {
        let token = normal::token(text);
        self.by_name.get(&token).or_else(|| self.by_other_name.get(&token)).into_iter().flatten().map(String::as_str)
    }
}

/// All ids and names of a folder.
pub(crate) struct Index {
    spaces: BTreeMap<Space, Names>,
    /// Spaces whose table is required but could not be read: nothing can be said about references to them.
    unknown: BTreeSet<Space>,
    /// Other names of organisations, by their normal form.
    aliases: BTreeMap<String, Vec<OrganisationAlias>>,
    proposals: Cell<usize>,
    /// How many cells refer to a space of which no table has a single row.
    asked_in_vain: RefCell<BTreeMap<Space, usize>>,
    /// What skills may be called.
    pub skills: Dictionary,
}

impl Index {
    /// Collects the ids and names of all tables, and says which ids stand twice.
    ///
    /// It looks at the cells, not at records, so that an id counts even where its row has faults.
    pub fn of<'a>(
        sheets: impl IntoIterator<Item = &'a Sheet>,
        unknown: BTreeSet<Space>,
        skills: &Dictionary,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut spaces: BTreeMap<Space, Names> = BTreeMap::new();
        let mut lines = None;
        for sheet in sheets {
            if sheet.spec.name == regions::SPEC.name {
                lines = Some(regions::lines(sheet));
            }
            let Some((id_column, space)) = sheet.spec.id_column() else { continue };
            let names = spaces.entry(space).or_default();
            let aligned = sheet.rows.iter().map(|row| (row, true));
            for ((number, row), is_aligned) in aligned.chain(sheet.misaligned.iter().map(|row| (row, false))) {
                let Some(id) = sheet.cell(row, id_column).map(normal::id) else { continue };
                if let Some(name) = sheet.spec.name_column().and_then(|column| sheet.cell(row, column)) {
                    names.by_name.entry(normal::token(name)).or_default().insert(id.clone());
                }
                if let Some(first) = names.ids.get(&id).filter(|_| is_aligned) {
                    diagnostics.push(fault::duplicate(*first).at(sheet.span(*number, row, id_column, Some(&id))));
                }
                names.ids.entry(id).or_insert(*number);
            }
        }
        if let (Some(names), Some(lines)) = (spaces.get_mut(&Space::Region), lines) {
            for (name, id) in places::other_names(&lines) {
                names.by_other_name.entry(name).or_default().insert(id);
            }
        }
        Index {
            spaces,
            unknown,
            aliases: BTreeMap::new(),
            proposals: Cell::new(PROPOSALS),
            asked_in_vain: RefCell::default(),
            skills: skills.clone(),
        }
    }

    /// Adds other and former names of organisations.
    pub fn add_aliases(&mut self, aliases: &[OrganisationAlias]) {
        // Reading them was no reading of the table proper, which follows.
        self.asked_in_vain.take();
        // Where a name or what it names could not be read, the row says nothing.
        for alias in aliases.iter().filter(|alias| !alias.name.is_empty() && !alias.organisation.as_str().is_empty()) {
            self.aliases.entry(normal::token(&alias.name)).or_default().push(alias.clone());
        }
    }

    /// The ids that rows declare in `space`, faulty rows included.
    pub fn ids(&self, space: Space) -> impl Iterator<Item = &str> {
        self.spaces.get(&space).into_iter().flat_map(|names| names.ids.keys().map(String::as_str))
    }

    /// The spaces without a single row to which cells refer, and how many do.
    pub fn asked_in_vain(&self) -> BTreeMap<Space, usize> {
        self.asked_in_vain.borrow().clone()
    }

    /// The first row that gives `id` in `space`.
    pub fn first_row(&self, space: Space, id: &str) -> Option<usize> {
        self.spaces.get(&space)?.ids.get(id).copied()
    }

    /// The id that a cell means, given as id or as unique name.
    pub fn resolve(&self, space: Space, text: &str) -> Result<String, Fault> {
        let id = normal::id(text);
        let parts = || space.parts().iter().filter_map(|part| self.spaces.get(part));
        if parts().any(|names| names.ids.contains_key(&id)) {
            return Ok(id);
        }
        let mut found: BTreeSet<&str> = parts().flat_map(|names| names.named(text)).collect();
        if space == Space::Organisation {
            found.extend(self.aliased(text, None));
        }
        let found: Vec<&str> = found.into_iter().collect();
        match found.as_slice() {
            [one] => Ok((*one).to_owned()),
            [] if space.parts().iter().any(|part| self.unknown.contains(part)) => Ok(id),
            [] if space.parts().iter().all(|part| self.ids(*part).next().is_none()) => {
                *self.asked_in_vain.borrow_mut().entry(space).or_default() += 1;
                Ok(id)
            }
            [] => Err(fault::dangling(space, self.propose(space, text).as_deref())),
            several => Err(fault::homonyms(space, several)),
        }
    }

    /// Whose name it is, where records bear it and that of this id does not; of a person's name also where nobody bears it.
    pub fn named_otherwise(&self, space: Space, name: &str, id: &str) -> Option<Vec<String>> {
        let names = self.spaces.get(&space).filter(|names| names.ids.contains_key(id))?;
        let mut bearers: BTreeSet<&str> = names.named(name).collect();
        if space == Space::Organisation {
            bearers.extend(self.aliased(name, None));
            bearers.extend(names.ids.get_key_value(name).map(|(id, _)| id.as_str()));
        }
        let silent = bearers.is_empty() && space == Space::Organisation;
        (!silent && !bearers.contains(id)).then(|| bearers.into_iter().map(str::to_owned).collect())
    }

    /// The organisation that a career line means by its words, at the time of the line; `None` when none matches.
    pub fn organisation_then(&self, text: &str, period: Period) -> Result<Option<OrganisationId>, Fault> {
        let Some(names) = self.spaces.get(&Space::Organisation) else { return Ok(None) };
        let id = normal::id(text);
        if names.ids.contains_key(&id) {
            return Ok(Some(OrganisationId::new(id)));
        }
        let mut found: BTreeSet<&str> = names.named(text).collect();
        found.extend(self.aliased(text, Some(period)));
        let found: Vec<&str> = found.into_iter().collect();
        match found.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(OrganisationId::new(one))),
            several => Err(fault::homonyms(Space::Organisation, several)),
        }
    }

    /// The name on file that is nearest to `text`.
    pub fn propose(&self, space: Space, text: &str) -> Option<String> {
        let left = self.proposals.get().checked_sub(1)?;
        self.proposals.set(left);
        let names = || space.parts().iter().filter_map(|part| self.spaces.get(part));
        let candidates = names().flat_map(|names| names.ids.keys().chain(names.by_name.keys())).map(String::as_str);
        did_you_mean(text, candidates).map(str::to_owned)
    }

    fn aliased(&self, text: &str, period: Option<Period>) -> impl Iterator<Item = &str> {
        self.aliases
            .get(&normal::token(text))
            .into_iter()
            .flatten()
            .filter(move |alias| period.is_none_or(|period| may_meet(alias, period)))
            .map(|alias| alias.organisation.as_str())
    }
}

/// Whether the name may have been in use at some time of the period, whatever imprecise dates mean.
fn may_meet(alias: &OrganisationAlias, period: Period) -> bool {
    let begins_in_time = match (alias.from, period.to) {
        (Some(from), Some(to)) => from.earliest() <= to.latest(),
        _ => true,
    };
    begins_in_time && alias.to.is_none_or(|to| period.from.earliest() <= to.latest())
}

/// Whether a column's cells point into another table, and where.
pub(crate) fn target(kind: Kind) -> Option<Space> {
    match kind {
        Kind::Reference(space) | Kind::References(space) => Some(space),
        _ => None,
    }
}
