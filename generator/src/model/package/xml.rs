//! Bodies in XML.

use crate::model::wire::{XmlObject, XmlRoot, XmlShape};

/// The shapes of a module's bodies in XML. Objects are named by their statics.
#[derive(Clone, Debug, Default)]
pub struct Xml {
    pub bodies: Vec<XmlBodies>,
    pub objects: Vec<XmlObject>,
}

/// The shapes of the bodies of one operation.
#[derive(Clone, Debug)]
pub struct XmlBodies {
    /// The name of the static.
    pub name: String,
    pub request: Option<XmlRoot>,
    /// By status. A digit is the class of codes that begin with it, and 0 is every other status.
    pub responses: Vec<(u16, XmlShape)>,
}

impl Xml {
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }
}
