//! Splits CSV text into rows as a spreadsheet counts them.
//!
//! The csv crate reads leniently: it skips blank lines, so that rows can no longer be counted, and takes a file
//! with an unclosed quote without a word. Rosters need both told, hence a reader of our own; a test holds it
//! against the crate.

/// One row: its number from 1, blank lines counted, and its cells.
pub(crate) type NumberedRow = (usize, Vec<String>);

/// A quote that is opened and never closed: the row where it is opened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UnclosedQuote(pub usize);

/// All rows that have at least one cell with something in it.
pub(crate) fn split(text: &str) -> Result<Vec<NumberedRow>, UnclosedQuote> {
    let separator = separator(text);
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut number = 1;
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            _ if quoted => cell.push(character),
            _ if character == separator => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                row.push(std::mem::take(&mut cell));
                keep(&mut rows, number, std::mem::take(&mut row));
                number += 1;
            }
            _ => cell.push(character),
        }
    }
    if quoted {
        return Err(UnclosedQuote(number));
    }
    row.push(cell);
    keep(&mut rows, number, row);
    Ok(rows)
}

fn keep(rows: &mut Vec<NumberedRow>, number: usize, row: Vec<String>) {
    if row.iter().any(|cell| !cell.trim().is_empty()) {
        rows.push((number, row));
    }
}

/// Of comma, tab and semicolon, which spreadsheets write in some locales, the one that most of the first lines have
/// outside quotes; of those that equally many lines have, the first.
fn separator(text: &str) -> char {
    let lines = |separator: char| {
        let mut quoted = false;
        let has = |line: &&str| {
            let mut found = false;
            for character in line.chars() {
                quoted ^= character == '"';
                found |= !quoted && character == separator;
            }
            found
        };
        text.lines().take(10).filter(has).count()
    };
    let most = |best: char, next: char| if lines(next) > lines(best) { next } else { best };
    [',', '\t', ';'].into_iter().reduce(most).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::ProptestConfig;
    use proptest::test_runner::RngSeed;

    use super::*;

    #[test]
    fn blank_lines_count_as_rows_but_yield_none() {
        let rows = split("a,b\r\n\r\n,\r\n1,\"x\ny\"\r\n2,z").unwrap();
        assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), [1, 4, 5]);
        assert_eq!(rows[1].1, ["1", "x\ny"]);
    }

    #[test]
    fn an_unclosed_quote_is_told_with_its_row() {
        assert_eq!(split("a,b\n1,\"x\n2,y\n"), Err(UnclosedQuote(2)));
    }

    #[test]
    fn tabs_or_semicolons_separate_where_there_is_no_comma() {
        assert_eq!(split("编号\t姓名\np1\t张敏\n").unwrap()[1].1, ["p1", "张敏"]);
        assert_eq!(split("编号\t专长\np1\t笔录;外查\n").unwrap()[1].1, ["p1", "笔录;外查"]);
        assert_eq!(split("编号;姓名\np1;张敏\n").unwrap()[1].1, ["p1", "张敏"]);
    }

    #[test]
    fn a_comma_in_a_cell_or_in_a_title_does_not_separate_where_most_lines_have_another_sign() {
        assert_eq!(split("名册, 2026\n编号;姓名\np1;张敏\n").unwrap()[2].1, ["p1", "张敏"]);
        assert_eq!(split("编号\t姓名\np1\t\"张,敏\"\np2\t\"李,四\"\n").unwrap()[1].1, ["p1", "张,敏"]);
        assert_eq!(split("编号,专长\np1,笔录;外查\np2,账目;审计\n").unwrap()[1].1, ["p1", "笔录;外查"]);
    }

    proptest::proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_260_601), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn agrees_with_the_csv_crate(rows in proptest::collection::vec(proptest::collection::vec("[ab,\"\n张]{0,4}", 2..4), 0..6)) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = format!(",\n{}", String::from_utf8(writer.into_inner().unwrap()).unwrap());
            let expected: Vec<Vec<String>> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            let found: Vec<Vec<String>> = split(&text).unwrap().into_iter().map(|row| row.1).collect();
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
