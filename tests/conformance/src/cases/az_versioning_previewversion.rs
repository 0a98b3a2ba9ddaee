// Case az-azure_versioning_previewVersion.
use crate::prelude::*;
use az_versioning_previewversion as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_versioning_previewVersion");
    let client = c::AzVersioningPreviewversionClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Versioning_PreviewVersion_getWidget",
        "GET /azure/versioning/previewVersion/widgets/:id",
        client.get_widget("widget-123"),
        json!({"id": "widget-123", "name": "Sample Widget", "color": "blue"})
    );
    same!(
        r,
        "Azure_Versioning_PreviewVersion_updateWidgetColor",
        "PATCH /azure/versioning/previewVersion/widgets/:id/color",
        client.update_widget_color("widget-123").color(j::<String>(json!("red"))),
        json!({"id": "widget-123", "name": "Sample Widget", "color": "red"})
    );
    same!(
        r,
        "Azure_Versioning_PreviewVersion_listWidgets",
        "GET /azure/versioning/previewVersion/widgets",
        {
            let mut options = c::AzVersioningPreviewversionClientOptions::default();
            options.api_version = "2024-06-01".into();
            c::AzVersioningPreviewversionClient::new(ENDPOINT, Some(options)).unwrap()
        }
        .list_widgets()
        .name("test"),
        json!({"widgets": [{"id": "widget-1", "name": "test"}]})
    );
}
