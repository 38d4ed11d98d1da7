package io.channelkeeper.warning;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.Tenancy;

/**
 * Which mail carried which request, of the bound organization only.
 */
@Repository
class RequestMailRows {

	private final JdbcClient jdbc;

	RequestMailRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID mail, MailedRequest request) {
		this.jdbc.sql("""
				insert into request_mail (mail_id, organization_id, channel_id, asked_by, asked)
				values (:mail, :organization, :channel, :by, :asked)""")
			.param("mail", mail)
			.param("organization", Tenancy.current())
			.param("channel", request.channel())
			.param("by", request.askedBy())
			.param("asked", request.asked())
			.update();
	}

	/** The request that a mail carried, or empty if it carried none. */
	Optional<MailedRequest> ofMail(UUID mail) {
		return this.jdbc.sql("""
				select channel_id, asked_by, asked from request_mail
				where mail_id = :mail and organization_id = :organization""")
			.param("mail", mail)
			.param("organization", Tenancy.current())
			.query((row, number) -> new MailedRequest(SqlIds.in(row, "channel_id"), SqlIds.in(row, "asked_by"),
					SqlIds.in(row, "asked")))
			.optional();
	}

	/**
	 * A request to one colleague.
	 *
	 * @param channel the channel to connect again
	 * @param askedBy the member who asked
	 * @param asked the member who was asked
	 */
	record MailedRequest(UUID channel, UUID askedBy, UUID asked) {
	}

}
