//! Shapes: how the JSON of a model is written in XML.

/// The bodies of a call that are in XML.
#[derive(Debug)]
pub(crate) struct Bodies {
    pub request: Option<Root>,
    /// By status. A digit is the class of codes that begin with it, and 0 is every other status.
    pub responses: &'static [(u16, Shape)],
}

/// The element that is a whole body.
#[allow(dead_code, reason = "not every API has all kinds of bodies")]
#[derive(Debug)]
pub(crate) struct Root {
    pub name: &'static str,
    pub namespace: Option<Namespace>,
    pub shape: Shape,
}

/// The attribute that declares a namespace, and its URI.
pub(crate) type Namespace = (&'static str, &'static str);

/// How a JSON value is written in XML.
#[allow(dead_code, reason = "not every API has all kinds of bodies")]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Boolean,
    Number,
    /// A string whose value may be empty.
    Text,
    /// A string that is never empty, such as a timestamp. Empty means absent.
    Token,
    Object(&'static Object),
    /// An element for each entry, with the name of the entry.
    Map(&'static Shape),
    /// An element of this name for each item.
    List(&'static str, &'static Shape),
}

/// How a JSON object is written in XML.
#[derive(Debug)]
pub(crate) struct Object {
    pub properties: &'static [Property],
    /// The shape of the elements that are properties without a name here.
    pub other: Option<Shape>,
}

/// How a property of a JSON object is written in XML.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Property {
    pub json: &'static str,
    /// The name of the attribute or element, with its prefix.
    pub name: &'static str,
    pub namespace: Option<Namespace>,
    pub node: Node,
    pub shape: Shape,
}

/// The kind of XML node that a property is.
#[allow(dead_code, reason = "not every API has all kinds of bodies")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Node {
    Attribute,
    Element,
    /// An element for each item of an array, beside the elements of other properties.
    Elements,
    /// The text of the element that is the object.
    Content,
}

impl Property {
    const fn new(json: &'static str, node: Node, shape: Shape) -> Self {
        Self { json, name: json, namespace: None, node, shape }
    }

    pub const fn attribute(json: &'static str, shape: Shape) -> Self {
        Self::new(json, Node::Attribute, shape)
    }

    pub const fn element(json: &'static str, shape: Shape) -> Self {
        Self::new(json, Node::Element, shape)
    }

    /// An array without an element of its own. `shape` is that of its items.
    pub const fn elements(json: &'static str, shape: Shape) -> Self {
        Self::new(json, Node::Elements, shape)
    }

    pub const fn content(json: &'static str, shape: Shape) -> Self {
        Self::new(json, Node::Content, shape)
    }

    /// Sets the name in XML, which is otherwise the name in JSON.
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// Declares a namespace on the element.
    pub const fn declaring(self, attribute: &'static str, uri: &'static str) -> Self {
        Self { namespace: Some((attribute, uri)), ..self }
    }
}
