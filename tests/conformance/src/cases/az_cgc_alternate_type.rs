// Case az-azure_client-generator-core_alternate-type.
use crate::prelude::*;
use az_cgc_alternate_type as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_alternate-type");
    let client = c::AzCgcAlternateTypeClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_AlternateType_ExternalType_getModel",
        "GET /azure/client-generator-core/alternate-type/external/model",
        client.external_type_client().get_model(),
        json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [-122.25, 37.87]}, "properties": {"name": "A single point of interest", "category": "landmark", "elevation": 100}, "id": "feature-1"})
    );
    done!(r, "Azure_ClientGenerator_Core_AlternateType_ExternalType_putModel", "PUT /azure/client-generator-core/alternate-type/external/model", client.external_type_client().put_model(j::<c::models::ExternalTypeFeatureType>(json!("Feature")), j::<Option<c::models::ExternalTypeGeometry>>(json!({"type": "Point", "coordinates": [-122.25, 37.87]})), j::<HashMap<String, Value>>(json!({"name": "A single point of interest", "category": "landmark", "elevation": 100}))).id(j::<c::models::ExternalTypeFeatureId>(json!("feature-1"))));
    same!(
        r,
        "Azure_ClientGenerator_Core_AlternateType_ExternalType_getProperty",
        "GET /azure/client-generator-core/alternate-type/external/property",
        client.external_type_client().get_property(),
        json!({"feature": {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-122.25, 37.87]}, "properties": {"name": "A single point of interest", "category": "landmark", "elevation": 100}, "id": "feature-1"}, "additionalProperty": "extra"})
    );
    done!(r, "Azure_ClientGenerator_Core_AlternateType_ExternalType_putProperty", "PUT /azure/client-generator-core/alternate-type/external/property", client.external_type_client().put_property(j::<c::models::ExternalTypeFeature>(json!({"type": "Feature", "geometry": {"type": "Point", "coordinates": [-122.25, 37.87]}, "properties": {"name": "A single point of interest", "category": "landmark", "elevation": 100}, "id": "feature-1"})), "extra"));
}
