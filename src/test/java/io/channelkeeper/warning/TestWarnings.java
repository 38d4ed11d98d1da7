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

	/** The path of a link as it stands in a mail to the viewer. */
	public String unsubscribeLink(Viewer viewer, NoticeKind kind) {
		return Tenancy.within(viewer.organizationId(), () -> this.links.make(viewer.memberId(), kind).getPath());
	}

}
