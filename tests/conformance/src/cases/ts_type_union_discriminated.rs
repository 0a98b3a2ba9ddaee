// Case ts-type_union_discriminated.
use crate::prelude::*;
use ts_type_union_discriminated as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_union_discriminated");
    let client = c::TsTypeUnionDiscriminatedClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Union_Discriminated_Envelope_Object_Default_get",
        "GET /type/union/discriminated/envelope/object/default",
        client.default_client().get(),
        json!({"kind": "cat", "value": {"name": "Whiskers", "meow": true}})
    );
    same!(
        r,
        "Type_Union_Discriminated_Envelope_Object_Default_put",
        "PUT /type/union/discriminated/envelope/object/default",
        client.default_client().put(j::<c::models::PetWithEnvelope>(
            json!({"kind": "cat", "value": {"name": "Whiskers", "meow": true}})
        )),
        json!({"kind": "cat", "value": {"name": "Whiskers", "meow": true}})
    );
    same!(
        r,
        "Type_Union_Discriminated_Envelope_Object_CustomProperties_get",
        "GET /type/union/discriminated/envelope/object/custom-properties",
        client.custom_properties_client().get(),
        json!({"petType": "cat", "petData": {"name": "Whiskers", "meow": true}})
    );
    same!(
        r,
        "Type_Union_Discriminated_Envelope_Object_CustomProperties_put",
        "PUT /type/union/discriminated/envelope/object/custom-properties",
        client.custom_properties_client().put(j::<c::models::PetWithCustomNames>(
            json!({"petType": "cat", "petData": {"name": "Whiskers", "meow": true}})
        )),
        json!({"petType": "cat", "petData": {"name": "Whiskers", "meow": true}})
    );
    same!(
        r,
        "Type_Union_Discriminated_NoEnvelope_Default_get",
        "GET /type/union/discriminated/no-envelope/default",
        client.default_client().get_2(),
        json!({"kind": "cat", "name": "Whiskers", "meow": true})
    );
    same!(
        r,
        "Type_Union_Discriminated_NoEnvelope_Default_put",
        "PUT /type/union/discriminated/no-envelope/default",
        client.default_client().put_2(j::<c::models::PetInline>(
            json!({"kind": "cat", "name": "Whiskers", "meow": true})
        )),
        json!({"kind": "cat", "name": "Whiskers", "meow": true})
    );
    same!(
        r,
        "Type_Union_Discriminated_NoEnvelope_CustomDiscriminator_get",
        "GET /type/union/discriminated/no-envelope/custom-discriminator",
        client.custom_discriminator_client().get(),
        json!({"type": "cat", "name": "Whiskers", "meow": true})
    );
    same!(
        r,
        "Type_Union_Discriminated_NoEnvelope_CustomDiscriminator_put",
        "PUT /type/union/discriminated/no-envelope/custom-discriminator",
        client.custom_discriminator_client().put(j::<c::models::PetInlineWithCustomDiscriminator>(
            json!({"type": "cat", "name": "Whiskers", "meow": true})
        )),
        json!({"type": "cat", "name": "Whiskers", "meow": true})
    );
}
