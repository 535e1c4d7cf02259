-- Indexes that carry signatures too took their places.
drop index if exists {schema}.incident_list_in_order_of_date, {schema}.incident_list_in_order_of_change, {schema}.incident_list_in_order_of_report,
    {schema}.incident_list_in_order_of_killed, {schema}.incident_list_in_order_of_wounded, {schema}.incident_list_in_order_of_confidence;
