//! Typed ids: a person's id can never stand where a unit's is meant.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps the id as the roster writes it.
            pub fn new(id: impl AsRef<str>) -> Self {
                $name(Arc::from(id.as_ref()))
            }

            /// The id as the roster writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                $name::new(id)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string" })
            }
        }
    )*};
}

typed_id! {
    /// A person on the roster.
    PersonId;
    /// A room, stationed group, local commission or external body that lends people.
    UnitId;
    /// An organisation in which people hold or held posts.
    OrganisationId;
    /// An administrative division, by its GB/T 2260 code or the longer township code.
    RegionCode;
    /// A case, by its code; names of subjects never stand in it.
    CaseId;
    /// A party of a case; informants have only this code.
    PartyId;
    /// Anyone who can be kin or bear a tie: a person, a party or a relative. One id space for the three.
    ActorId;
    /// A skill, by its name in the skill dictionary.
    SkillName;
}

impl From<&PersonId> for ActorId {
    fn from(id: &PersonId) -> Self {
        ActorId(id.0.clone())
    }
}

impl From<&PartyId> for ActorId {
    fn from(id: &PartyId) -> Self {
        ActorId(id.0.clone())
    }
}
