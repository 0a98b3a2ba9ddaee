//! Pages of lists: their JSON, and the items that cannot be read.

use crate::runtime::{
    continuation::Continuation,
    failure::sources,
    wire::{decode_error, problem, without_paths},
};
use azure_core::{
    Result, Value,
    error::{Error, ErrorKind},
    http::RawResponse,
};
use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, IgnoredAny, MapAccess,
    Visitor,
};
use std::{any::type_name, fmt, mem, ops::Deref, slice, vec};

/// The items and the link of a page: the names of their properties, the outermost first.
#[derive(Debug)]
pub(crate) struct Layout {
    /// Empty if the page is the array of its items.
    pub items: &'static [&'static str],
    /// `true` if a page without them is an error.
    pub required: bool,
    /// Empty if a page has no link to the next one.
    pub next_link: &'static [&'static str],
}

/// The contents of a page.
pub(crate) struct Parts<T> {
    pub items: Vec<T>,
    pub bad_items: Vec<BadItem>,
    pub next_link: Option<String>,
}

/// One page of a list. Dereferences to a slice of the items that could be read.
///
/// An empty page is not always the last one.
#[derive(Clone)]
pub struct Page<T> {
    items: Vec<T>,
    bad_items: Vec<BadItem>,
    continuation: Continuation,
    response: RawResponse,
}

/// An item of a list that is not what the description says, such as one without a required property.
///
/// The other items of its page are not affected. The streams of a list yield an error for a bad item
/// and go on after it; [`of`](Self::of) finds it in the error.
#[derive(Clone, PartialEq)]
pub struct BadItem {
    /// The number of the item in its page.
    index: usize,
    message: String,
    json: Value,
}

impl<T> Page<T> {
    pub(crate) fn new(parts: Parts<T>, continuation: Continuation, response: RawResponse) -> Self {
        let Parts { items, bad_items, .. } = parts;
        Self { items, bad_items, continuation, response }
    }

    /// The items that could not be read. The stream of pages yields an error for each of them after
    /// the page.
    pub fn bad_items(&self) -> &[BadItem] {
        &self.bad_items
    }

    /// The position of the next page. The last page has the end.
    pub fn continuation(&self) -> &Continuation {
        &self.continuation
    }

    /// The response that contained the page. Its body may have more members than the items.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }
}

impl BadItem {
    /// Returns the item that the error, or one of its sources, is about.
    pub fn of(error: &Error) -> Option<&Self> {
        sources(error).find_map(|error| error.downcast_ref())
    }

    /// The item as the service sent it.
    pub fn json(&self) -> &Value {
        &self.json
    }

    pub(crate) fn into_error(self) -> Error {
        let message = self.message.clone();
        Error::with_error(ErrorKind::DataConversion, self, message)
    }
}

/// Says what is wrong, without the values of the item.
impl fmt::Display for BadItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for BadItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BadItem").field(&self.message).finish()
    }
}

impl std::error::Error for BadItem {}

impl<T> Deref for Page<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

/// The items that could be read.
impl<T> From<Page<T>> for Vec<T> {
    fn from(page: Page<T>) -> Self {
        page.items
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &self.items.len())
            .field("bad_items", &self.bad_items)
            .finish_non_exhaustive()
    }
}

impl<T> Parts<T> {
    pub fn empty() -> Self {
        Self { items: Vec::new(), bad_items: Vec::new(), next_link: None }
    }

    /// Removes the first `count` items, good and bad.
    pub fn skip(&mut self, count: usize) {
        let bad = self.bad_items.iter().take_while(|it| it.index < count).count();
        self.bad_items.drain(..bad);
        let good = (count - bad).min(self.items.len());
        self.items.drain(..good);
    }

    /// Says which operation responded with the bad items.
    pub fn name(&mut self, response: impl fmt::Display) {
        for bad in &mut self.bad_items {
            bad.message = format!("{response}: {}", mem::take(&mut bad.message));
        }
    }
}

/// The items of a page in their order.
pub(crate) struct Entries<T> {
    items: vec::IntoIter<T>,
    bad_items: vec::IntoIter<BadItem>,
    /// The number of the next item in its page.
    index: usize,
}

impl<T> Entries<T> {
    /// The items after the first `skipped` ones, which `parts` does not have.
    pub fn new(parts: Parts<T>, skipped: usize) -> Self {
        let (items, bad_items) = (parts.items.into_iter(), parts.bad_items.into_iter());
        Self { items, bad_items, index: skipped }
    }

    pub fn is_empty(&self) -> bool {
        self.items.len() + self.bad_items.len() == 0
    }

    pub fn next(&mut self) -> Option<Result<T>> {
        let is_bad = self.bad_items.as_slice().first().is_some_and(|it| it.index == self.index);
        self.index += 1;
        match is_bad {
            true => self.bad_items.next().map(|it| Err(it.into_error())),
            false => self.items.next().map(Ok),
        }
    }
}

/// Reads a page whose items are converted from `R`. If it cannot be read as a whole, reads each item
/// alone.
pub(crate) fn read<R: DeserializeOwned, T>(
    body: &[u8],
    layout: &Layout,
    convert: impl Fn(R) -> T,
) -> Result<Parts<T>> {
    let text = std::str::from_utf8(body)?;
    match find(text, layout) {
        Ok(Found { items, next_link }) => {
            let items = items.unwrap_or_default().into_iter().map(convert).collect();
            Ok(Parts { items, bad_items: Vec::new(), next_link })
        }
        Err(error) => read_each(text, layout, convert)
            .ok_or_else(|| decode_error(&error, type_name::<Page<T>>())),
    }
}

/// `None` if the fault is not in an item.
fn read_each<R: DeserializeOwned, T>(
    text: &str,
    layout: &Layout,
    convert: impl Fn(R) -> T,
) -> Option<Parts<T>> {
    let found: Found<Value> = find(text, layout).ok()?;
    let (mut items, mut bad_items) = (Vec::new(), Vec::new());
    for (index, json) in found.items?.into_iter().enumerate() {
        match Deserialize::deserialize(&json) {
            Ok(item) => items.push(convert(item)),
            Err(error) => {
                let (place, ty) = (layout.items.join("."), without_paths(type_name::<T>()));
                let problem = problem(&error);
                let message = format!("`{place}[{index}]` is not a `{ty}`: {problem}");
                bad_items.push(BadItem { index, message, json });
            }
        }
    }
    Some(Parts { items, bad_items, next_link: found.next_link })
}

/// The values that a [`Reader`] finds.
struct Found<R> {
    items: Option<Vec<R>>,
    next_link: Option<String>,
}

fn find<R: DeserializeOwned>(text: &str, layout: &Layout) -> serde_json::Result<Found<R>> {
    let mut found = Found { items: None, next_link: None };
    let next_link = Some(layout.next_link).filter(|path| !path.is_empty());
    let paths = Paths { items: Some(layout.items), next_link };
    let mut json = serde_json::Deserializer::from_str(text);
    DeserializeSeed::deserialize(Reader { paths, found: &mut found }, &mut json)?;
    json.end()?;
    match (&found.items, layout.items.last()) {
        (None, Some(name)) if layout.required => Err(de::Error::missing_field(name)),
        _ => Ok(found),
    }
}

/// The rest of a path to a value. `None` if the path leads elsewhere.
type Path = Option<&'static [&'static str]>;

/// The paths from a value to the items and to the link.
#[derive(Clone, Copy)]
struct Paths {
    items: Path,
    next_link: Path,
}

/// Finds the items and the link in a value.
struct Reader<'f, R> {
    paths: Paths,
    found: &'f mut Found<R>,
}

impl<'de, R: Deserialize<'de>> DeserializeSeed<'de> for Reader<'_, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> std::result::Result<(), D::Error> {
        match self.paths {
            Paths { items: Some([]), .. } => self.found.items = Option::deserialize(value)?,
            Paths { next_link: Some([]), .. } => self.found.next_link = Option::deserialize(value)?,
            _ => value.deserialize_any(self)?,
        }
        Ok(())
    }
}

impl<'de, R: Deserialize<'de>> Visitor<'de> for Reader<'_, R> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    /// `null` has neither items nor a link.
    fn visit_unit<E>(self) -> std::result::Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        while let Some(paths) = map.next_key_seed(self.paths)? {
            match paths {
                Paths { items: None, next_link: None } => drop(map.next_value::<IgnoredAny>()?),
                _ => map.next_value_seed(Reader { paths, found: &mut *self.found })?,
            }
        }
        Ok(())
    }
}

/// Reads the name of a property. The value has the paths from that property.
impl<'de> DeserializeSeed<'de> for Paths {
    type Value = Self;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> std::result::Result<Self, D::Error> {
        name.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Paths {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E>(self, name: &str) -> std::result::Result<Self, E> {
        let rest = |path: Path| {
            let (first, rest) = path?.split_first()?;
            (*first == name).then_some(rest)
        };
        Ok(Self { items: rest(self.items), next_link: rest(self.next_link) })
    }
}
