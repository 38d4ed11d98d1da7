package io.channelkeeper.portfolio;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Everything that lists know of a channel, as one table of SQL under the name {@code f}.
 * It takes the parameters {@code now} and {@code organization}.
 */
final class Facts {

	static final String OF_CHANNELS = """
			(select s.*, c.network, c.kind, c.handle, c.display_name, c.followers, c.ineligible_reason, l.provider,
				l.external_user_name, i.*
			from connection_state(:now) s
			join channel c on c.id = s.channel_id
			left join social_login l on l.id = s.login_id
			left join lateral (
				select v.id as invitation_id, v.created_at as invited_at, w.state_since as invited_since,
					w.provider as invited_provider, w.diagnosis, w.diagnosis_detail,
					coalesce((select m.state = 'REFUSED' from invitation_link k left join mail m on m.id = k.mail_id
						where k.invitation_id = v.id and k.via <> 'RETURN'
						order by k.created_at desc limit 1), false) as mail_refused,
					v.mailed_at is not null as by_mail,
					invitation_channel_state(w.state, w.started_at, v.valid_until, :now) as invited_state
				from invitation_channel w join invitation v on v.id = w.invitation_id
				where w.channel_id = s.channel_id
				order by v.created_at desc, v.id desc limit 1) i on true
			where s.organization_id = :organization) f
			""";

	private Facts() {
	}

}
