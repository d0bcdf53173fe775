//! The tables of the roster folder, one file each: columns, codec and place in the pool.

macro_rules! tables {
    ($($module:ident :: $table:ident;)*) => {
        $(pub(crate) mod $module;)*

        /// Every table, in the order of the reference.
        pub(crate) fn all() -> Vec<super::table::Entry> {
            vec![$(super::table::entry::<$module::$table>()),*]
        }
    };
}

tables! {
    people::People;
    units::Units;
    organisations::Organisations;
    organisation_aliases::OrganisationAliases;
    regions::Regions;
    adjacency::Adjacency;
    careers::Careers;
    schools::Schools;
    relatives::Relatives;
    kin::Kin;
    declared_ties::DeclaredTies;
    declarations::Declarations;
    skills::Skills;
    cases::Cases;
    parties::Parties;
    demands::Demands;
    assignments::Assignments;
    requests::Requests;
    duties::Duties;
    rates::Rates;
    leave::LeaveDays;
    waivers::Waivers;
    pins::Pins;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::all;
    use crate::diag::Language;
    use crate::pool::read::normal::token;
    use crate::pool::read::read_files;
    use crate::pool::write::{EXAMPLE_DAY, init_folder};

    #[test]
    fn each_header_names_one_column() {
        for table in all() {
            let mut seen = BTreeSet::new();
            for column in table.spec.columns {
                let headers: BTreeSet<String> = column.headers().map(token).collect();
                for header in headers {
                    assert!(seen.insert(header.clone()), "{}: {header} names two columns", table.spec.name);
                }
            }
        }
    }

    #[test]
    fn each_column_is_written() {
        let pool = read_files(&init_folder(Language::En, EXAMPLE_DAY)).pool;
        for table in all() {
            let records = (table.write)(&pool, Language::En);
            assert!(!records.is_empty(), "{} has no example row", table.spec.name);
            for column in table.spec.columns {
                assert!(records.iter().all(|record| record.knows(column)), "{}.{}", table.spec.name, column.key);
            }
        }
    }

    #[test]
    fn each_column_is_described_in_both_languages() {
        for column in all().iter().flat_map(|table| table.spec.columns) {
            assert!(!column.about.0.is_empty() && !column.about.1.is_empty(), "{}", column.key);
            assert_eq!(column.required, column.blank.0.is_empty(), "{}", column.key);
            assert_eq!(column.required, column.blank.1.is_empty(), "{}", column.key);
            assert!(!column.required || !column.examples.is_empty(), "{}", column.key);
        }
    }
}
