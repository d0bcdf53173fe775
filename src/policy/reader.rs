//! Reads settings from a document that may have gaps.

use serde::Deserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor, value::StrDeserializer};
use serde::forward_to_deserialize_any;

use super::document::{Content, Document, Node};
use super::fault::{Expected, Fault, Kind};
use super::filler::Filler;
use crate::diag::did_you_mean;

/// Reads the value at one place; the first fault that is no known gap ends the reading.
#[derive(Clone)]
pub(super) struct Reader<'d> {
    document: &'d Document,
    node: &'d Node,
    path: Vec<String>,
}

impl<'d> Reader<'d> {
    /// Reads a whole document.
    pub fn new(document: &'d Document) -> Self {
        Reader { document, node: &document.root, path: Vec::new() }
    }

    fn below(&self, step: &str, node: &'d Node) -> Self {
        Reader { document: self.document, node, path: self.path_to(step) }
    }

    fn path_to(&self, step: &str) -> Vec<String> {
        let step = step.to_string();
        self.path.iter().cloned().chain([step]).collect()
    }

    fn wrong<T>(&self, expected: Expected) -> Result<T, Fault> {
        Err(Fault::new(&self.path, Kind::WrongType(expected)))
    }

    /// The entries of a table that can be read, then stand-ins for those of `known` that must be there.
    fn entries(&self, known: Option<&'static [&'static str]>) -> Result<Entries<'d>, Fault> {
        let Some(table) = self.node.table() else {
            return self.wrong(known.map_or(Expected::Table, Expected::TableOf));
        };
        let readable =
            |key: &str| known.is_none_or(|known| known.contains(&key)) && !self.document.is_gap(&self.path_to(key));
        let mut entries: Vec<(String, Source<'d>)> = table
            .iter()
            .filter(|(key, _)| readable(key))
            .map(|(key, node)| (key.clone(), Source::Read(self.below(key, node))))
            .collect();
        let filled = known.into_iter().flatten().filter(|key| self.document.is_filled(&self.path_to(key)));
        entries.extend(filled.map(|key| ((*key).to_string(), Source::Fill)));
        Ok(Entries { rest: entries.into_iter(), next: None })
    }

    fn list(&self, expected: Expected) -> Result<Values<'d>, Fault> {
        let Content::List(list) = &self.node.content else { return self.wrong(expected) };
        if let Expected::ListOf(count) = expected
            && list.len() != count
        {
            return self.wrong(expected);
        }
        let values = list.iter().enumerate().map(|(index, node)| {
            let value = self.below(&index.to_string(), node);
            // An entry cannot be left out: those after it would change their places.
            if self.document.is_gap(&value.path) { Source::Fill } else { Source::Read(value) }
        });
        Ok(Values { rest: values.collect::<Vec<_>>().into_iter() })
    }
}

enum Source<'d> {
    Read(Reader<'d>),
    Fill,
}

impl Source<'_> {
    fn read<'de, T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        match self {
            Source::Fill => seed.deserialize(Filler),
            Source::Read(reader) => {
                let path = reader.path.clone();
                seed.deserialize(reader).map_err(|fault| fault.at(&path))
            }
        }
    }
}

struct Entries<'d> {
    rest: std::vec::IntoIter<(String, Source<'d>)>,
    next: Option<Source<'d>>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, source)) = self.rest.next() else { return Ok(None) };
        self.next = Some(source);
        let key: StrDeserializer<'_, Fault> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        self.next.take().unwrap_or(Source::Fill).read(seed)
    }
}

struct Values<'d> {
    rest: std::vec::IntoIter<Source<'d>>,
}

impl<'de> SeqAccess<'de> for Values<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.rest.next().map(|source| source.read(seed)).transpose()
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.content {
            Content::Word(word) | Content::Day(word) => visitor.visit_str(word),
            Content::Number(number) => visitor.visit_i64(*number),
            Content::Switch(switch) => visitor.visit_bool(*switch),
            Content::Other => visitor.visit_f64(f64::NAN),
            Content::List(_) => visitor.visit_seq(self.list(Expected::List)?),
            Content::Table(_) => visitor.visit_map(self.entries(None)?),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.content {
            Content::Switch(switch) => visitor.visit_bool(switch),
            _ => self.wrong(Expected::Switch),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.content {
            Content::Number(number) => visitor.visit_i64(number),
            _ => self.wrong(Expected::Number),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.content {
            Content::Word(word) => visitor.visit_str(word),
            _ => self.wrong(Expected::Word),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(self.list(Expected::List)?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_seq(self.list(Expected::ListOf(count))?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_map(self.entries(None)?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let read = visitor.visit_map(self.entries(Some(fields))?).map_err(|fault| fault.at(&self.path));
        let mut unknown = self.node.table().into_iter().flat_map(|table| table.keys());
        let mut unknown = unknown.by_ref().filter(|key| !fields.contains(&key.as_str()));
        let at = |key: &str, needed| Fault::new(&self.path_to(key), Kind::UnknownKey { known: fields, needed });
        match read {
            Ok(value) => unknown.next().map_or(Ok(value), |key| Err(at(key, None))),
            Err(Fault { path: Some(path), kind: Kind::MissingKey(missing) }) if path == self.path => {
                let meant = |key: &&String| did_you_mean(key, fields.iter().copied()) == Some(missing);
                let fault = || Fault::new(&self.path, Kind::MissingKey(missing));
                Err(unknown.find(meant).map_or_else(fault, |key| at(key, Some(missing))))
            }
            Err(fault) => Err(fault),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Content::Word(word) = &self.node.content else { return self.wrong(Expected::Word) };
        let word: StrDeserializer<'_, Fault> = word.as_str().into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
        ignored_any
    }
}
