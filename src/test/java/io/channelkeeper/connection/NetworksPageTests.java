package io.channelkeeper.connection;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * The page that tells an operator how the networks are set up (B-12).
 */
@ApplicationTest
class NetworksPageTests {

	@Autowired
	private TestOrganizations organizations;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private Viewer operator;

	@BeforeEach
	void begin() {
		TestEnvironment.NETWORKS.reset();
		this.operator = this.organizations.make("Lumen Social");
		this.jdbc.sql("update person set operator = true where id = :id")
			.param("id", this.operator.personId())
			.update();
		this.jdbc.sql("delete from provider_check").update();
	}

	@Test
	@DisplayName("B-12: says what to register, and what is asked for")
	void saysWhatToRegister() throws Exception {
		assertThat(page(this.operator)).contains("/oauth/callback/facebook", "pages_show_list",
				"docs/networks/facebook.md", "not checked yet");
	}

	@Test
	@DisplayName("B-12: says which addresses the network calls, and what it last told there")
	void saysWhatTheNetworkTold() throws Exception {
		this.jdbc.sql("delete from provider_push").update();
		assertThat(page(this.operator)).contains("Deauthorize callback URL", "/webhooks/facebook/deauthorize<",
				"/webhooks/facebook/deletion<", "/webhooks/instagram/deletion<", "/webhooks/tiktok<", "/webhooks/x<",
				"/webhooks/google<");
		assertThat(this.mvc.perform(post("/webhooks/tiktok").header("TikTok-Signature", "t=1,s=" + "0".repeat(64)))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(401);
		assertThat(page(this.operator)).contains("refused: wrong signature").doesNotContain(">understood<");
		this.mvc.perform(get("/webhooks/x?crc_token=1"));
		assertThat(page(this.operator)).contains(">understood<");
	}

	@Test
	@DisplayName("B-12: client id and secret are checked at the network")
	void checksClientIdAndSecret() throws Exception {
		assertThat(perform(post("/admin/networks/facebook/check"), this.operator).getHeader("Location"))
			.isEqualTo("/admin/networks#facebook");
		assertThat(page(this.operator)).contains(">accepted<").doesNotContain(">refused<");
	}

	@Test
	@DisplayName("B-12: sign-ins that end after a week give an application in testing away")
	void recognizesAnApplicationInTesting() throws Exception {
		this.jdbc.sql("update social_login set refresh_expires_at = null where provider = 'google'").update();
		assertThat(page(this.operator)).doesNotContain("still in testing at Google");
		UUID login = Ids.next();
		this.jdbc
			.sql("""
					insert into social_login (id, version, organization_id, provider, external_user_id, scopes, access_token,
						refresh_expires_at, deadline_source, connected_at)
					values (:id, 0, :organization, 'google', 'week', '{}', '\\x00', timestamptz '2026-11-28 12:00Z', 'REPORTED',
						timestamptz '2026-11-21 12:00Z')
					""")
			.param("id", login)
			.param("organization", this.operator.organizationId())
			.update();
		assertThat(page(this.operator)).contains("still in testing at Google");
		this.jdbc.sql("delete from social_login where id = :id").param("id", login).update();
	}

	@Test
	void namesNoNetworkTwice() throws Exception {
		assertThat(page(this.operator)).contains("<span>Facebook</span> <span class=\"secondary\">Instagram</span>",
				"<span>Instagram</span> </h2>");
	}

	@ParameterizedTest
	@CsvSource({ "en, Background work resumes in 2 minutes", "de, Die Hintergrundaufgaben laufen in 2 Minuten weiter" })
	void saysWhenBackgroundWorkGoesOn(String language, String told) throws Exception {
		this.jdbc.sql("""
				insert into network_api (api, answered_at, closed_until) values ('facebook', :now, :until)
				on conflict (api) do update set closed_until = excluded.closed_until""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("until", Timestamp.from(this.clock.instant().plusSeconds(179)))
			.update();
		String page = perform(get("/admin/networks").param("lang", language), this.operator).getContentAsString();
		this.jdbc.sql("update network_api set closed_until = null").update();
		assertThat(page).contains(told);
	}

	@Test
	void keepsQuietAboutAProviderThatIsNone() throws Exception {
		assertThat(perform(post("/admin/networks/nowhere/check"), this.operator).getStatus()).isEqualTo(404);
	}

	@Test
	@DisplayName("B-12: the sender’s domain is looked up, and mails are tried")
	void triesMails() throws Exception {
		assertThat(perform(post("/admin/networks/mail"), this.operator).getStatus()).isEqualTo(303);
		assertThat(TestEnvironment.MAIL.waitForIncomingEmail(5000, 1)).isTrue();
	}

	@Test
	void showsAdminsOnlyWhatWorks() throws Exception {
		Viewer admin = this.organizations.member(this.operator, Role.ADMIN);
		assertThat(page(admin)).contains("Whoever runs this installation").doesNotContain("/oauth/callback/");
		assertThat(perform(post("/admin/networks/facebook/check"), admin).getStatus()).isEqualTo(403);
	}

	@Test
	void isNothingForMarketers() throws Exception {
		Viewer marketer = this.organizations.member(this.operator, Role.MARKETER);
		assertThat(perform(get("/admin/networks"), marketer).getStatus()).isEqualTo(403);
		assertThat(perform(post("/admin/networks/sender"), marketer).getStatus()).isEqualTo(403);
		assertThat(perform(post("/admin/networks/mail"), marketer).getStatus()).isEqualTo(403);
	}

	private String page(Viewer viewer) throws Exception {
		MockHttpServletResponse response = perform(get("/admin/networks"), viewer);
		assertThat(response.getStatus()).isEqualTo(200);
		return response.getContentAsString();
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
		return this.mvc
			.perform(request.with(this.organizations.signedIn(viewer)).with(csrf()).locale(viewer.language()))
			.andReturn()
			.getResponse();
	}

}
