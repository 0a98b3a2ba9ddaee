// Case ts-type_model_inheritance_single-discriminator.
use crate::prelude::*;
use ts_type_model_inheritance_single_discriminator as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_inheritance_single-discriminator");
    let client = c::TsTypeModelInheritanceSingleDiscriminatorClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_getModel",
        "GET /type/model/inheritance/single-discriminator/model",
        client.get_model(),
        json!({"wingspan": 1, "kind": "sparrow"})
    );
    done!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_putModel",
        "PUT /type/model/inheritance/single-discriminator/model",
        client.put_model(j::<c::models::Bird>(json!({"wingspan": 1, "kind": "sparrow"})))
    );
    same!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_getRecursiveModel",
        "GET /type/model/inheritance/single-discriminator/recursivemodel",
        client.get_recursive_model(),
        json!({"wingspan": 5, "kind": "eagle", "partner": {"wingspan": 2, "kind": "goose"}, "friends": [{"wingspan": 2, "kind": "seagull"}], "hate": {"key3": {"wingspan": 1, "kind": "sparrow"}}})
    );
    done!(r, "Type_Model_Inheritance_SingleDiscriminator_putRecursiveModel", "PUT /type/model/inheritance/single-discriminator/recursivemodel", client.put_recursive_model(j::<c::models::Bird>(json!({"wingspan": 5, "kind": "eagle", "partner": {"wingspan": 2, "kind": "goose"}, "friends": [{"wingspan": 2, "kind": "seagull"}], "hate": {"key3": {"wingspan": 1, "kind": "sparrow"}}}))));
    same!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_getMissingDiscriminator",
        "GET /type/model/inheritance/single-discriminator/missingdiscriminator",
        client.get_missing_discriminator(),
        json!({"wingspan": 1})
    );
    same!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_getWrongDiscriminator",
        "GET /type/model/inheritance/single-discriminator/wrongdiscriminator",
        client.get_wrong_discriminator(),
        json!({"wingspan": 1, "kind": "wrongKind"})
    );
    same!(
        r,
        "Type_Model_Inheritance_SingleDiscriminator_getLegacyModel",
        "GET /type/model/inheritance/single-discriminator/legacy-model",
        client.get_legacy_model(),
        json!({"size": 20, "kind": "t-rex"})
    );
}
