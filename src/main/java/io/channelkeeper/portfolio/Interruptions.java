package io.channelkeeper.portfolio;

import java.time.Duration;

import io.channelkeeper.connection.ReconnectRequest;

/**
 * The channels that are interrupted, as one table of SQL under the name {@code b}: how
 * each stands, and whether somebody was asked to mend it lately, by something that did
 * not come back. It takes the parameters {@code now}, {@code lately} and
 * {@code organization}.
 *
 * <p>
 * What may be interrupted is found by indexes that hold nothing else; whether it is, the
 * function that derives every state decides. {@code offset 0} lets it look at nothing
 * else, whatever the planner believes to be little. Nobody who is asked to sign in can
 * bring a missing key back, and nobody who left signs in, so such a channel does not
 * count as waiting. Nor does one that broke after somebody was asked for something else;
 * only that a deadline passes is no news to whoever was asked shortly before.
 */
final class Interruptions {

	/** So long a channel counts as waiting after somebody was asked (H-25). */
	static final Duration WAITING = ReconnectRequest.ANSWER;

	static final String CHANNELS = """
			(select s.*, coalesce(greatest(q.asked_at, i.asked_at) > :lately and (s.state = 'EXPIRED'
				or greatest(q.asked_at, i.asked_at) >= least(s.since, s.renew_by)), false) as waiting
			from (
				select k.channel_id from social_login l
				cross join lateral (select c.channel_id from connection c where c.login_id = l.id offset 0) k
				where l.organization_id = :organization
					and (l.unreadable_since is not null or l.invalid_cause is not null or l.access_token is null)
				union
				select k.channel_id from social_login l
				cross join lateral (select c.channel_id from connection c where c.login_id = l.id offset 0) k
				where l.organization_id = :organization and l.deadline <= :now
				union
				select k.channel_id from connection k
				where k.organization_id = :organization and k.lost_cause is not null and k.login_id is not null) e
			cross join lateral (
				select t.* from connection_state(:now) t join creator r on r.id = t.creator_id
				where t.channel_id = e.channel_id and t.organization_id = :organization and r.archived_at is null
					and t.state in ('EXPIRED', 'INVALID', 'UNREADABLE') offset 0) s
			left join lateral (
				select x.asked_at from reconnect_request x
				where x.channel_id = s.channel_id and x.ended_at is null and s.state <> 'UNREADABLE'
					and exists (select 1 from member m
						where m.id = any(x.asked) and m.organization_id = :organization and m.active offset 0)) q on true
			left join lateral (
				select coalesce(max(k.created_at) filter (where m.state is distinct from 'REFUSED'),
					max(v.created_at) filter (where k.token_hash is null)) as asked_at
				from invitation_channel w
				join invitation v on v.id = w.invitation_id
				left join invitation_link k on k.invitation_id = v.id and k.via <> 'RETURN'
				left join mail m on m.id = k.mail_id
				where w.channel_id = s.channel_id and s.state <> 'UNREADABLE'
					and invitation_channel_state(w.state, w.started_at, v.valid_until, :now)
						in ('SENT', 'OPENED', 'STARTED')) i on true) b
			""";

	private Interruptions() {
	}

}
