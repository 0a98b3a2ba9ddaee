// Case ts-type_model_inheritance_enum-discriminator.
use crate::prelude::*;
use ts_type_model_inheritance_enum_discriminator as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_model_inheritance_enum-discriminator");
    let client = c::TsTypeModelInheritanceEnumDiscriminatorClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getExtensibleModel",
        "GET /type/model/inheritance/enum-discriminator/extensible-enum",
        client.get_extensible_model(),
        json!({"weight": 10, "kind": "golden"})
    );
    done!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_putExtensibleModel",
        "PUT /type/model/inheritance/enum-discriminator/extensible-enum",
        client.put_extensible_model(j::<c::models::Dog>(json!({"weight": 10, "kind": "golden"})))
    );
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getFixedModel",
        "GET /type/model/inheritance/enum-discriminator/fixed-enum",
        client.get_fixed_model(),
        json!({"length": 10, "kind": "cobra"})
    );
    done!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_putFixedModel",
        "PUT /type/model/inheritance/enum-discriminator/fixed-enum",
        client.put_fixed_model(j::<c::models::Snake>(json!({"length": 10, "kind": "cobra"})))
    );
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getExtensibleModelMissingDiscriminator",
        "GET /type/model/inheritance/enum-discriminator/extensible-enum/missingdiscriminator",
        client.get_extensible_model_missing_discriminator(),
        json!({"weight": 10})
    );
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getExtensibleModelWrongDiscriminator",
        "GET /type/model/inheritance/enum-discriminator/extensible-enum/wrongdiscriminator",
        client.get_extensible_model_wrong_discriminator(),
        json!({"weight": 8, "kind": "wrongKind"})
    );
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getFixedModelMissingDiscriminator",
        "GET /type/model/inheritance/enum-discriminator/fixed-enum/missingdiscriminator",
        client.get_fixed_model_missing_discriminator(),
        json!({"length": 10})
    );
    same!(
        r,
        "Type_Model_Inheritance_EnumDiscriminator_getFixedModelWrongDiscriminator",
        "GET /type/model/inheritance/enum-discriminator/fixed-enum/wrongdiscriminator",
        client.get_fixed_model_wrong_discriminator(),
        json!({"length": 8, "kind": "wrongKind"})
    );
}
