-- Which picture the team wants to see of a creator (P-13 to P-15). Without a row it is the best of the channels'.
create table creator_picture (
	creator_id uuid constraint creator_picture_pk primary key constraint creator_picture_creator references creator,
	organization_id uuid not null constraint creator_picture_organization references organization,
	-- what a member uploaded; it wins over every channel
	hash text,
	uploaded_by uuid constraint creator_picture_uploader references member,
	uploaded_at timestamptz,
	-- the channel that a member chose
	channel_id uuid constraint creator_picture_channel references channel,
	constraint creator_picture_upload check ((hash is null) = (uploaded_by is null)
		and (hash is null) = (uploaded_at is null)),
	constraint creator_picture_some check (hash is not null or channel_id is not null)
);
create index creator_picture_by_hash on creator_picture (organization_id, hash) where hash is not null;
