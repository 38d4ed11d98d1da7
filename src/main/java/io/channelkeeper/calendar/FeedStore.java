package io.channelkeeper.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;

/**
 * Who reads at which address, and how often what stands there changed.
 */
@Repository
class FeedStore {

	private final JdbcClient jdbc;

	FeedStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whose calendar a secret out of an address leads to, in whatever organization;
	 * nobody who has left has one.
	 */
	Optional<FeedReader> find(SecretToken token) {
		return this.jdbc.sql("""
				select f.member_id, f.organization_id, o.name, o.time_zone, p.language
				from calendar_feed f
				join member m on m.id = f.member_id and m.active
				join person p on p.id = m.person_id
				join organization o on o.id = f.organization_id
				where f.token_hash = :hash
				""")
			.param("hash", token.hash())
			.query((row, number) -> new FeedReader(SqlIds.in(row, "member_id"), SqlIds.in(row, "organization_id"),
					row.getString("name"), ZoneId.of(row.getString("time_zone")), Locale.of(row.getString("language"))))
			.optional();
	}

	/**
	 * The revision of what a member reads; a new one if it is not what was read last.
	 * @param content the hash of it
	 */
	Revision revise(FeedReader reader, String content, Instant now) {
		this.jdbc.sql("""
				update calendar_feed set revision = revision + 1, revised_at = :now, content_hash = :content
				where member_id = :member and organization_id = :organization and content_hash is distinct from :content
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("content", content)
			.param("member", reader.memberId())
			.param("organization", reader.organizationId())
			.update();
		return this.jdbc.sql("""
				select revision, revised_at from calendar_feed
				where member_id = :member and organization_id = :organization
				""")
			.param("member", reader.memberId())
			.param("organization", reader.organizationId())
			.query((row, number) -> new Revision(row.getInt("revision"), SqlMoments.in(row, "revised_at")))
			.optional()
			.orElse(new Revision(0, now));
	}

}
