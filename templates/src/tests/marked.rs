use crate::runtime::{marked::write_union, union::union};
use azure_core::Value;
use serde::{Deserialize, Serialize};
use serde_json::{from_value, json, to_value};
use std::collections::HashMap;

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Cat {
    lives: i32,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
struct Bag {
    #[serde(flatten)]
    rest: HashMap<String, String>,
}

#[derive(Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "kind", rename = "dog")]
struct Dog {}

#[derive(Debug, PartialEq)]
enum Pet {
    Cat(Cat),
    Bag(Bag),
    Dog(Dog),
    UnknownValue(Value),
}

union!(
    Pet,
    "kind",
    "cat" = Cat of crate::runtime::marked::without,
    "bag" = Bag of crate::runtime::marked::without,
    "dog" = Dog
);
write_union!(Pet, "kind", Cat = "cat", Bag = "bag", Dog);

#[test]
fn the_union_writes_what_its_structs_do_not() {
    for json in [
        json!({ "kind": "cat", "lives": 9 }),
        json!({ "kind": "bag", "size": "big" }),
        json!({ "kind": "dog" }),
        json!({ "kind": "cow" }),
        json!({ "lives": 9 }),
    ] {
        let pet: Pet = from_value(json.clone()).unwrap();
        assert_eq!(to_value(&pet).unwrap(), json);
    }
    let bag: Pet = from_value(json!({ "kind": "bag" })).unwrap();
    assert_eq!(bag, Pet::Bag(Bag { rest: HashMap::new() }), "the kind is not one of its entries");
}
