-- Indexes that carry what filters ask took their places.
drop index if exists {schema}.incident_list_by_date, {schema}.incident_list_by_change, {schema}.incident_list_by_report,
    {schema}.incident_list_by_killed, {schema}.incident_list_by_wounded, {schema}.incident_list_by_confidence;
