//! The one source of random identities. They go into the layers below as values.

use uuid::Uuid;

/// An identity that nothing else has: random, of version 4.
pub fn new_identity() -> Uuid {
    Uuid::new_v4()
}
