//! The fingerprint of what a roster says, however it is written down.

use super::tables;
use crate::diag::Language;
use crate::pool::Pool;

/// BLAKE3 in hex over the pool's canonical form: the order of rows, the encoding and the language of headers and
/// words leave it as it is, every fact changes it.
pub fn fingerprint(pool: &Pool) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut feed = |text: &str| {
        // Lengths keep neighboring cells apart.
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    for table in tables::all() {
        let records = (table.write)(pool, Language::En);
        feed(table.spec.name);
        feed(&records.len().to_string());
        for record in records {
            for column in table.spec.columns {
                feed(column.key);
                feed(record.get(column));
            }
        }
    }
    hasher.finalize().to_hex().to_string()
}
