// Case ts-type_model_inheritance_nested-discriminator.
use crate::prelude::*;
use ts_type_model_inheritance_nested_discriminator as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_inheritance_nested-discriminator");
    let client = c::TsTypeModelInheritanceNestedDiscriminatorClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Model_Inheritance_NestedDiscriminator_getModel",
        "GET /type/model/inheritance/nested-discriminator/model",
        client.get_model(),
        json!({"age": 1, "kind": "shark", "sharktype": "goblin"})
    );
    done!(
        r,
        "Type_Model_Inheritance_NestedDiscriminator_putModel",
        "PUT /type/model/inheritance/nested-discriminator/model",
        client.put_model(j::<c::models::Fish>(
            json!({"age": 1, "kind": "shark", "sharktype": "goblin"})
        ))
    );
    same!(
        r,
        "Type_Model_Inheritance_NestedDiscriminator_getRecursiveModel",
        "GET /type/model/inheritance/nested-discriminator/recursivemodel",
        client.get_recursive_model(),
        json!({"age": 1, "kind": "salmon", "partner": {"age": 2, "kind": "shark", "sharktype": "saw"}, "friends": [{"age": 2, "kind": "salmon", "partner": {"age": 3, "kind": "salmon"}, "hate": {"key1": {"age": 4, "kind": "salmon"}, "key2": {"age": 2, "kind": "shark", "sharktype": "goblin"}}}, {"age": 3, "kind": "shark", "sharktype": "goblin"}], "hate": {"key3": {"age": 3, "kind": "shark", "sharktype": "saw"}, "key4": {"age": 2, "kind": "salmon", "friends": [{"age": 1, "kind": "salmon"}, {"age": 4, "kind": "shark", "sharktype": "goblin"}]}}})
    );
    done!(r, "Type_Model_Inheritance_NestedDiscriminator_putRecursiveModel", "PUT /type/model/inheritance/nested-discriminator/recursivemodel", client.put_recursive_model(j::<c::models::Fish>(json!({"age": 1, "kind": "salmon", "partner": {"age": 2, "kind": "shark", "sharktype": "saw"}, "friends": [{"age": 2, "kind": "salmon", "partner": {"age": 3, "kind": "salmon"}, "hate": {"key1": {"age": 4, "kind": "salmon"}, "key2": {"age": 2, "kind": "shark", "sharktype": "goblin"}}}, {"age": 3, "kind": "shark", "sharktype": "goblin"}], "hate": {"key3": {"age": 3, "kind": "shark", "sharktype": "saw"}, "key4": {"age": 2, "kind": "salmon", "friends": [{"age": 1, "kind": "salmon"}, {"age": 4, "kind": "shark", "sharktype": "goblin"}]}}}))));
    same!(
        r,
        "Type_Model_Inheritance_NestedDiscriminator_getMissingDiscriminator",
        "GET /type/model/inheritance/nested-discriminator/missingdiscriminator",
        client.get_missing_discriminator(),
        json!({"age": 1})
    );
    same!(
        r,
        "Type_Model_Inheritance_NestedDiscriminator_getWrongDiscriminator",
        "GET /type/model/inheritance/nested-discriminator/wrongdiscriminator",
        client.get_wrong_discriminator(),
        json!({"age": 1, "kind": "wrongKind"})
    );
}
