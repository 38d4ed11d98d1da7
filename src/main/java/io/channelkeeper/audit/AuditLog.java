package io.channelkeeper.audit;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.ActionRefused;
import io.channelkeeper.support.Ids;

/**
 * Keeps what somebody tried without being allowed to. Entries are only ever added.
 */
@Component
class AuditLog {

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditLog(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Only who belongs to the organization can be named in its log. */
	@EventListener
	@Transactional
	public void on(ActionRefused refused) {
		this.jdbc.sql("""
				insert into audit_entry (id, organization_id, at, member_id, action, subject, outcome)
				select :id, organization_id, :now, id, :action, :subject, 'REFUSED' from member
				where id = :member and organization_id = :organization
				""")
			.param("id", Ids.next())
			.param("organization", refused.organizationId())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("member", refused.memberId())
			.param("action", refused.action())
			.param("subject", refused.subject())
			.update();
	}

}
