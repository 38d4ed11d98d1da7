-- Whether help helped, counted without telling who said so.
create table help_answer (
	organization_id uuid not null constraint help_answer_organization references organization,
	network text not null,
	-- the cause that was read about, or PAGE for the network's page as a whole
	topic text not null,
	helped bigint not null constraint help_answer_helped check (helped >= 0),
	not_helped bigint not null constraint help_answer_not_helped check (not_helped >= 0),
	constraint help_answer_pk primary key (organization_id, network, topic)
);
