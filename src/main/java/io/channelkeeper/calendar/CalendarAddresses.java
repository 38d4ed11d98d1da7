package io.channelkeeper.calendar;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.SqlMoments;

/**
 * The secret address of a member's calendar in one organization (B-16). Whoever knows it
 * reads the deadlines; only its hash is stored.
 */
@Service
public class CalendarAddresses {

	private final JdbcClient jdbc;

	private final BaseUrl baseUrl;

	private final Clock clock;

	CalendarAddresses(JdbcClient jdbc, BaseUrl baseUrl, Clock clock) {
		this.jdbc = jdbc;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/** Since when the viewer has an address; empty without one. */
	@Transactional(readOnly = true)
	public Optional<Instant> since(Viewer viewer) {
		return this.jdbc
			.sql("select created_at from calendar_feed where member_id = :member and organization_id = :organization")
			.param("member", viewer.memberId())
			.param("organization", viewer.organizationId())
			.query((row, number) -> SqlMoments.in(row, "created_at"))
			.optional();
	}

	/**
	 * Makes an address; an earlier one of the viewer stops at once.
	 * @return the address, which exists in clear only here
	 */
	@Transactional
	public URI make(Viewer viewer) {
		SecretToken token = SecretToken.random();
		this.jdbc.sql("""
				insert into calendar_feed (member_id, organization_id, token_hash, created_at, revised_at)
				values (:member, :organization, :hash, :now, :now)
				on conflict (member_id) do update set token_hash = :hash, created_at = :now
				""")
			.param("member", viewer.memberId())
			.param("organization", viewer.organizationId())
			.param("hash", token.hash())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return this.baseUrl.of("/calendar/" + token.value() + ".ics");
	}

	/** Ends the viewer's address, if there is one. */
	@Transactional
	public void end(Viewer viewer) {
		this.jdbc.sql("delete from calendar_feed where member_id = :member and organization_id = :organization")
			.param("member", viewer.memberId())
			.param("organization", viewer.organizationId())
			.update();
	}

}
