package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Tells every page whether channels are interrupted, and remembers who does not want to
 * hear of it for now (H-9, H-10).
 */
@Service
public class AlarmService {

	/** So long the banner stays away for whoever dismissed it, on every device. */
	static final Duration QUIET = Duration.ofHours(24);

	static final String ALARM = """
			select count(*) as number, max(b.since) as newest, max(d.dismissed_at) as dismissed_at
			from %s
			left join banner_dismissal d on d.member_id = :member and d.organization_id = :organization
			where not b.waiting
			""".formatted(Interruptions.CHANNELS);

	private final JdbcClient jdbc;

	private final Clock clock;

	AlarmService(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What the pages that a member looks at say now. */
	@Transactional(readOnly = true)
	public Alarm alarm(Viewer viewer) {
		Instant now = this.clock.instant();
		return this.jdbc.sql(ALARM)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("lately", now.minus(Interruptions.WAITING).atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("member", viewer.memberId())
			.query((row, number) -> alarm(row, now))
			.single();
	}

	/** Keeps the banner away from a member until something else breaks, or for a day. */
	@Transactional
	public void dismiss(Viewer viewer) {
		this.jdbc.sql("""
				insert into banner_dismissal (member_id, organization_id, dismissed_at)
				select id, organization_id, :now from member where id = :member and organization_id = :organization
				on conflict (member_id) do update set dismissed_at = :now
				""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("member", viewer.memberId())
			.param("organization", Tenancy.current())
			.update();
	}

	private static Alarm alarm(ResultSet row, Instant now) throws SQLException {
		Instant newest = SqlMoments.maybe(row, "newest");
		Instant dismissed = SqlMoments.maybe(row, "dismissed_at");
		boolean resting = dismissed != null && dismissed.plus(QUIET).isAfter(now);
		return new Alarm(row.getLong("number"), resting && (newest == null || !newest.isAfter(dismissed)));
	}

}
