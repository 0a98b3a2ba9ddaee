//! How JSON is written in XML.

/// The element that is a whole body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlRoot {
    pub name: XmlName,
    pub shape: XmlShape,
}

/// The name of an attribute or element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlName {
    /// The name, with its prefix.
    pub name: String,
    /// The attribute that declares the namespace, and its URI.
    pub namespace: Option<(String, String)>,
}

/// How a JSON value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlShape {
    Boolean,
    Number,
    /// A string that may be empty.
    Text,
    /// A string that is never empty.
    Token,
    /// The [`XmlObject`] with this name.
    Object(String),
    /// An element for each entry, with the name of the entry.
    Map(Box<XmlShape>),
    /// An element of this name for each item.
    List(String, Box<XmlShape>),
}

/// How the values of a struct are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlObject {
    /// The name of the type.
    pub name: String,
    pub properties: Vec<XmlProperty>,
    /// The shape of additional properties.
    pub other: Option<XmlShape>,
}

/// How a property is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlProperty {
    /// The name in JSON.
    pub json: String,
    pub name: XmlName,
    /// `true` if the name in XML is another.
    pub is_renamed: bool,
    pub node: XmlNode,
    pub shape: XmlShape,
}

/// The kind of XML node that a property is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum XmlNode {
    Attribute,
    Element,
    /// An element for each item of an array. The shape is that of the items.
    Elements,
    /// The text of the element that is the object.
    Content,
}
