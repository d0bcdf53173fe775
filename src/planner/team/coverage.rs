//! How complete the records are on which a plan rests.

pub use crate::screen::coverage;
