//! XML: the shapes of bodies, by the names of their statics.

use super::{
    names::{NamePool, constant_name},
    types::Types,
};
use crate::model::{
    description::Operation,
    package::{Client, Xml, XmlBodies},
    wire::{Status, XmlObject, XmlRoot, XmlShape},
};
use std::collections::HashMap;

/// Returns `true` if an operation has a body in XML.
pub fn has_xml(operation: &Operation) -> bool {
    let responses = operation.success.iter().chain(&operation.errors);
    operation.body.iter().any(|it| it.xml.is_some()) || responses.clone().any(|it| it.xml.is_some())
}

/// The shapes of the module. Tells each call with bodies in XML the name of theirs.
pub fn xml(types: &Types, clients: &mut [Client]) -> Xml {
    let mut pool = NamePool::default();
    let described = &types.api.xml_objects;
    let names = described.iter().map(|it| {
        let definition = types.definition(&it.name);
        let name = definition.map_or_else(|| it.name.clone(), |it| types.name(it));
        (it.name.as_str(), pool.claim(constant_name(&name)))
    });
    let names = Names(names.collect());
    let mut bodies = Vec::new();
    for call in clients.iter_mut().flat_map(|client| &mut client.calls) {
        let mut operations = types.api.operations.iter();
        let operation = operations.find(|it| it.id == call.operation_id && has_xml(it));
        let Some(operation) = operation else { continue };
        let name = pool.claim(format!("{}_BODIES", call.operation.constant));
        call.xml = Some(name.clone());
        bodies.push(names.bodies(name, operation));
    }
    Xml { bodies, objects: described.iter().map(|it| names.object(it)).collect() }
}

/// The names of the statics, by those of the types.
struct Names<'a>(HashMap<&'a str, String>);

impl Names<'_> {
    fn bodies(&self, name: String, operation: &Operation) -> XmlBodies {
        let root = operation.body.as_ref().and_then(|it| it.xml.as_ref());
        let request =
            root.map(|it| XmlRoot { name: it.name.clone(), shape: self.shape(&it.shape) });
        let responses = operation.success.iter().chain(&operation.errors);
        let responses = responses.filter_map(|it| {
            let status = match it.status {
                Status::Code(status) | Status::Class(status) => status,
                Status::Default => 0,
            };
            Some((status, self.shape(it.xml.as_ref()?)))
        });
        XmlBodies { name, request, responses: responses.collect() }
    }

    fn object(&self, it: &XmlObject) -> XmlObject {
        let mut object = it.clone();
        object.name = self.name(&it.name);
        for property in &mut object.properties {
            property.shape = self.shape(&property.shape);
        }
        object.other = it.other.as_ref().map(|it| self.shape(it));
        object
    }

    fn shape(&self, shape: &XmlShape) -> XmlShape {
        match shape {
            XmlShape::Object(name) => XmlShape::Object(self.name(name)),
            XmlShape::Map(value) => XmlShape::Map(Box::new(self.shape(value))),
            XmlShape::List(name, item) => XmlShape::List(name.clone(), Box::new(self.shape(item))),
            XmlShape::Boolean | XmlShape::Number | XmlShape::Text | XmlShape::Token => {
                shape.clone()
            }
        }
    }

    fn name(&self, ty: &str) -> String {
        self.0.get(ty).cloned().unwrap_or_default()
    }
}
