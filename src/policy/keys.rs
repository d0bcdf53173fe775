//! Which keys a table takes.

use std::fmt::Display;

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

/// The keys of the table that `T` is read from; none for what is no table of named keys.
pub(super) fn keys_of<T: DeserializeOwned>() -> &'static [&'static str] {
    T::deserialize(Probe).err().map_or(&[], |keys| keys.0)
}

/// Gives no value: it ends the reading as soon as it is told the keys.
struct Probe;

#[derive(Debug)]
struct Keys(&'static [&'static str]);

impl<'de> Deserializer<'de> for Probe {
    type Error = Keys;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Keys> {
        Err(Keys(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Keys> {
        Err(Keys(keys))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl Display for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for Keys {}

impl serde::de::Error for Keys {
    fn custom<T: Display>(_: T) -> Self {
        Keys(&[])
    }
}
