// Case ts-payload_json-merge-patch.
use crate::prelude::*;
use ts_payload_json_merge_patch as c;

pub async fn run(r: &mut Report) {
    r.case("ts-payload_json-merge-patch");
    let client = c::TsPayloadJsonMergePatchClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Payload_JsonMergePatch_createResource",
        "PUT /json-merge-patch/create/resource",
        client
            .create_resource("Madge")
            .description("desc")
            .map(j::<HashMap<String, c::models::InnerModel>>(
                json!({"key": {"name": "InnerMadge", "description": "innerDesc"}})
            ))
            .array(j::<Vec<c::models::InnerModel>>(
                json!([{"name": "InnerMadge", "description": "innerDesc"}])
            ))
            .int_value(1)
            .float_value(1.25)
            .inner_model(j::<c::models::InnerModel>(
                json!({"name": "InnerMadge", "description": "innerDesc"})
            ))
            .int_array(j::<Vec<i32>>(json!([1, 2, 3]))),
        json!({"name": "Madge", "description": "desc", "map": {"key": {"name": "InnerMadge", "description": "innerDesc"}}, "array": [{"name": "InnerMadge", "description": "innerDesc"}], "intValue": 1, "floatValue": 1.25, "innerModel": {"name": "InnerMadge", "description": "innerDesc"}, "intArray": [1, 2, 3]})
    );
    same!(
        r,
        "Payload_JsonMergePatch_updateResource",
        "PATCH /json-merge-patch/update/resource",
        client
            .update_resource()
            .description(c::Patch::Null)
            .map(j::<HashMap<String, Option<c::models::InnerModelPatch>>>(
                json!({"key": {"description": null}, "key2": null})
            ))
            .array(c::Patch::Null)
            .int_value(c::Patch::Null)
            .float_value(c::Patch::Null)
            .inner_model(c::Patch::Null)
            .int_array(c::Patch::Null),
        json!({"name": "Madge", "map": {"key": {"name": "InnerMadge"}}})
    );
    same!(
        r,
        "Payload_JsonMergePatch_updateOptionalResource",
        "PATCH /json-merge-patch/update/resource/optional",
        client
            .update_optional_resource()
            .description(c::Patch::Null)
            .map(j::<HashMap<String, Option<c::models::InnerModelPatch>>>(
                json!({"key": {"description": null}, "key2": null})
            ))
            .array(c::Patch::Null)
            .int_value(c::Patch::Null)
            .float_value(c::Patch::Null)
            .inner_model(c::Patch::Null)
            .int_array(c::Patch::Null),
        json!({"name": "Madge", "map": {"key": {"name": "InnerMadge"}}})
    );
}
