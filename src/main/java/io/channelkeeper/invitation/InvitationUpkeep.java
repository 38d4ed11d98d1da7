package io.channelkeeper.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.connection.PersonErased;

/**
 * What the clock does to invitations: reminds once, gives up attempts, ends what ran out.
 */
@Service
public class InvitationUpkeep {

	/** What the clock began it goes on with by its own days. */
	private static final String UNANSWERED = """
			reminded_at is null and mailed_at is not null and confirmed_at is null and declined_at is null
			and revoked_at is null and not stuck and invited_by is not null
			""";

	private final JdbcClient jdbc;

	private final InvitationRepository invitations;

	private final InvitationPost post;

	private final RenewalReader renewals;

	private final InvitationProperties properties;

	private final Clock clock;

	InvitationUpkeep(JdbcClient jdbc, InvitationRepository invitations, InvitationPost post, RenewalReader renewals,
			InvitationProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.invitations = invitations;
		this.post = post;
		this.renewals = renewals;
		this.properties = properties;
		this.clock = clock;
	}

	/** Invitations of all organizations whose one reminder is due, oldest first. */
	public List<DueReminder> dueReminders(int limit) {
		if (this.properties.remindAfter().isZero()) {
			return List.of();
		}
		return this.jdbc.sql("select i.organization_id, i.id from invitation i where " + UNANSWERED + """
				and mailed_at <= :before and valid_until > :now
				and not exists (select 1 from invitation_channel c where c.invitation_id = i.id
					and (c.diagnosis is not null or c.disowned))
				and not exists (select 1 from invitation_link l join mail m on m.id = l.mail_id
					where l.invitation_id = i.id and m.state = 'REFUSED')
				and not exists (select 1 from invitation j where j.creator_id = i.creator_id
					and (j.created_at, j.id) > (i.created_at, i.id))
				order by mailed_at limit :limit
				""")
			.param("before", this.clock.instant().minus(this.properties.remindAfter()).atOffset(ZoneOffset.UTC))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, number) -> new DueReminder(row.getObject("organization_id", UUID.class),
					row.getObject("id", UUID.class)))
			.list();
	}

	/**
	 * Sends the one reminder (B-22), unless another run was faster, or there is nothing
	 * to renew any more. The organization is bound.
	 * @return whether that is settled now
	 */
	@Transactional
	public boolean remind(DueReminder due) {
		int claimed = this.jdbc
			.sql("update invitation set reminded_at = :now, version = version + 1 where id = :id and "
					+ "organization_id = :organization and " + UNANSWERED)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", due.invitationId())
			.param("organization", due.organizationId())
			.update();
		if (claimed == 1) {
			this.invitations.hold(due.invitationId())
				.filter((invitation) -> !invitation.isRenewal() || this.renewals.isAnyDue(invitation.waiting()))
				.ifPresent((invitation) -> this.post.send(invitation, LinkVia.REMINDER, true));
		}
		return claimed == 1;
	}

	/**
	 * Gives up attempts that never ended; what was stuck before is stuck again.
	 * @return how many
	 */
	@Transactional
	public int giveUpAttempts() {
		Instant before = this.clock.instant().minus(InvitedChannel.ATTEMPT);
		return this.jdbc.sql("""
				with abandoned as (
					update invitation_channel set state = 'OPENED', state_since = started_at + interval '30 minutes'
					where state = 'STARTED' and started_at <= :before
					returning invitation_id, diagnosis)
				update invitation i set stuck = i.stuck or a.stuck, version = version + 1
				from (select invitation_id, bool_or(diagnosis is not null) as stuck from abandoned
					group by invitation_id) a
				where i.id = a.invitation_id
				""").param("before", before.atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * Takes the names of accounts and pages out of what was said of failed sign-ins.
	 */
	@EventListener
	@Transactional
	public void forgetNames(PersonErased erased) {
		this.jdbc.sql("""
				update invitation_channel set diagnosis_detail = diagnosis_detail - array['actual', 'page', 'name']
				where organization_id = :organization and diagnosis_detail is not null
					and (channel_id = any(:told) or channel_id = any(:mistaken))
				""")
			.param("organization", erased.organizationId())
			.param("told", erased.channelIds().toArray(UUID[]::new))
			.param("mistaken", erased.mistakenIds().toArray(UUID[]::new))
			.update();
	}

	/**
	 * Ends invitations whose time ran out.
	 * @return how many
	 */
	@Transactional
	public int endExpired() {
		return this.jdbc.sql("""
				with ended as (
					update invitation_channel c set state = 'EXPIRED', state_since = i.valid_until
					from invitation i
					where i.id = c.invitation_id and i.valid_until <= :now and c.state in ('SENT', 'OPENED', 'STARTED')
					returning c.invitation_id)
				update invitation i set stuck = false, version = version + 1
				where i.id in (select invitation_id from ended)
				""").param("now", this.clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * An invitation whose reminder is due.
	 *
	 * @param organizationId its organization
	 * @param invitationId the invitation
	 */
	public record DueReminder(UUID organizationId, UUID invitationId) {

	}

}
