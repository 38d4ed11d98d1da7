package io.channelkeeper.warning;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

/**
 * Lets time pass for mails that wait for others.
 */
@Component
public class TestWarnings {

	private final WarningRounds rounds;

	private final ExpiryRounds expiry;

	private final UnsubscribeLinks links;

	private final JdbcClient jdbc;

	private final Clock clock;

	TestWarnings(WarningRounds rounds, ExpiryRounds expiry, UnsubscribeLinks links, JdbcClient jdbc, Clock clock) {
		this.rounds = rounds;
		this.expiry = expiry;
		this.links = links;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What broke first in the viewer's organization did so five minutes ago, and members
	 * are written to.
	 */
	public void letMinutesPass(Viewer viewer) {
		this.jdbc
			.sql("""
					update warning set created_at = created_at - interval '5 minutes', due_at = due_at - interval '5 minutes'
					where id in (select distinct on (member_id) id from warning
						where organization_id = :organization and settled_at is null and kind = 'INTERRUPTED'
						order by member_id, due_at)""")
			.param("organization", viewer.organizationId())
			.update();
		this.rounds.round();
	}

	/**
	 * It is looked what ends soon, and members are written to. A day on which nobody is
	 * told passes quietly.
	 */
	public void look() {
		this.expiry.look(this.clock.instant());
		this.rounds.round();
	}

	/**
	 * The viewer was told of every connected channel of the organization; of some mails
	 * it is not known yet what becomes of them, some were refused.
	 */
	public void tellOfEverything(Viewer viewer) {
		this.jdbc
			.sql("""
					insert into mail (id, organization_id, kind, recipient, subject, state, created_at, due_at, sent_at,
					refused_at, error)
					select cast(md5(c.id || t.state) as uuid), c.organization_id, 'EXPIRING', :address, '', t.state, k.connected_at,
						k.connected_at + interval '9 days', case when t.state = 'SENT' then k.connected_at end,
					case when t.state = 'REFUSED' then k.connected_at end, t.error
					from channel c join connection k on k.channel_id = c.id
					cross join (values ('SENT', null), ('REFUSED', '550 5.1.1 <' || :address || '> User unknown in virtual mailbox table'),
						('QUEUED', '451 4.7.1 greylisted')) t(state, error)
					where c.organization_id = :organization
					""")
			.param("organization", viewer.organizationId())
			.param("address", viewer.email())
			.update();
		this.jdbc
			.sql("""
					insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at,
						settled_at, outcome, mail_id)
					select gen_random_uuid(), m.organization_id, m.id, k.channel_id, 'EXPIRING', k.connected_at + interval '5 days',
						t.days, k.connected_at, k.connected_at, k.connected_at, t.outcome,
						case when t.outcome = 'MAILED' then cast(md5(k.channel_id || t.state) as uuid) end
					from member m join connection k on k.organization_id = m.organization_id
					cross join (values (10, 'MAILED', 'SENT'), (5, 'MAILED', 'REFUSED'), (1, 'MAILED', 'QUEUED'),
						(0, 'UNSUBSCRIBED', null)) t(days, outcome, state)
					where m.organization_id = :organization
					""")
			.param("organization", viewer.organizationId())
			.update();
	}

	/** The path of a link as it stands in a mail to the viewer. */
	public String unsubscribeLink(Viewer viewer, NoticeKind kind) {
		return Tenancy.within(viewer.organizationId(), () -> this.links.make(viewer.memberId(), kind).getPath());
	}

}
