//! Reads a roster folder: encodings, headers in two languages, dates in every form, names that stand for ids.
//!
//! Reading never fails. It gives what could be read, where each record stands, and every fault of every file.

mod cells;
mod column;
mod dates;
mod decode;
pub(crate) mod fault;
mod fingerprint;
mod folder;
mod header;
mod index;
mod normal;
mod numbers;
mod places;
mod reference;
mod row;
mod rows;
mod sheet;
mod spans;
mod table;
pub(crate) mod tables;
mod vocabulary;

pub use fingerprint::fingerprint;
pub use folder::{AUDIT_FILE, Reading, TableCount, read_files, read_files_with, read_folder, read_folder_with};
pub use reference::data_reference;
pub use spans::Spans;

pub(crate) use cells::{Cells, guard};
pub(crate) use column::{Column, Edge, Kind, Space, Spec};
pub(crate) use dates::known as known_date;
pub(crate) use decode::decode;
pub(crate) use normal::{pieces, token};
pub(crate) use numbers::{share as read_share, show_share};
pub(crate) use table::{Entry, Table, ordered};
pub(crate) use tables::all;
pub(crate) use vocabulary::Worded;
