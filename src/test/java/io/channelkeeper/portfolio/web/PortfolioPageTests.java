package io.channelkeeper.portfolio.web;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.StatementCounter;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class PortfolioPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	OrganizationService service;

	private Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Atelier");
	}

	@Test
	void newOrganizationsSeeTheFirstSteps() throws Exception {
		this.mvc.perform(page("/portfolio"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Getting started")))
			.andExpect(content().string(containsString("/admin/organization")))
			.andExpect(content().string(not(stringContainsInOrder("Done:", "Send yourself a test mail"))));
		Tenancy.within(this.viewer.organizationId(), () -> this.service.sendTestMail(this.viewer));
		this.jdbc.sql("update mail set state = 'SENT' where organization_id = ?")
			.param(this.viewer.organizationId())
			.update();
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(stringContainsInOrder("Done:", "Send yourself a test mail")));
	}

	@Test
	void whoMayNotSeesWhoCan() throws Exception {
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		this.mvc.perform(get("/portfolio").with(this.organizations.signedIn(marketer)))
			.andExpect(content().string(containsString("Ada Admin can do this")))
			.andExpect(content().string(not(containsString("/admin/organization"))));
	}

	@Test
	void showsEveryStateWithItsSecondLine() throws Exception {
		channel("Connected", Duration.ofDays(90));
		channel("Expiring", Duration.ofDays(6));
		channel("Expired", Duration.ofDays(-3));
		channel("Endless", null);
		UUID ana = this.rows.creator(this.viewer, "Ana");
		UUID off = this.rows.channel(this.viewer, ana, "facebook", "off");
		this.rows.connect(this.viewer, off, null);
		this.rows.disconnect(this.viewer, off);
		this.rows.ineligible(this.rows.channel(this.viewer, this.rows.creator(this.viewer, "Bea"), "instagram", "bea"),
				"PERSONAL");
		UUID cora = this.rows.creator(this.viewer, "Cora");
		this.rows.invite(this.viewer, cora, this.rows.channel(this.viewer, cora, "instagram", "cora"), "SENT", null);
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(containsString("says Facebook")))
			.andExpect(content().string(containsString("Expires in 6 days")))
			.andExpect(content().string(containsString("No new figures since")))
			.andExpect(content().string(containsString("Renews itself")))
			.andExpect(content().string(containsString("By Ada Admin on")))
			.andExpect(content().string(containsString("The profile is a personal one")))
			.andExpect(content().string(containsString("Link ready (just now), not opened")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void namesWhomTheCreatorTriedToSignInWith() throws Exception {
		invited("Ana", "OPENED", "STOPPED");
		invited("Bea", "STARTED", null);
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(containsString("Stuck: stopped at Facebook")))
			.andExpect(content().string(containsString("At Facebook (just now)")));
	}

	@Test
	void saysThatTheMailWasRefused() throws Exception {
		UUID invitation = invited("Ana", "SENT", null);
		this.rows.refuseMail(this.viewer, invitation);
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(containsString("Mail refused: check the address")));
		this.jdbc.sql("update invitation_channel set state = 'OPENED' where invitation_id = ?")
			.param(invitation)
			.update();
		this.mvc.perform(page("/portfolio")).andExpect(content().string(not(containsString("Mail refused"))));
	}

	@Test
	void whoNeedsHelpComesFirst() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana");
		this.rows.channel(this.viewer, ana, "tiktok", "ana");
		this.rows.invite(this.viewer, ana, this.rows.channel(this.viewer, ana, "instagram", "ana"), "OPENED",
				"NO_PAGE");
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(containsString("Instagram: Stuck: no Facebook page")))
			.andExpect(content().string(containsString("chip chip-attention")));
	}

	@Test
	void speaksGermanToo() throws Exception {
		channel("Expiring", Duration.ofDays(6));
		this.mvc.perform(page("/portfolio?lang=de").locale(Locale.GERMAN))
			.andExpect(content().string(containsString("Läuft in 6 Tagen ab")))
			.andExpect(content().string(containsString("Zu tun")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void escapesWhatCreatorsAreCalled() throws Exception {
		this.rows.creator(this.viewer, "<script>alert(1)</script>");
		this.mvc.perform(page("/portfolio?q=" + "%3Cscript%3E"))
			.andExpect(content().string(not(containsString("<script>alert"))))
			.andExpect(content().string(containsString("&lt;script&gt;alert")));
	}

	@Test
	void nonsenseInTheAddressIsLeftOut() throws Exception {
		this.rows.creator(this.viewer, "Ana");
		this.mvc.perform(page("/portfolio?state=nonsense&after=x&picture=1&mine=&network=%00&tag=" + "x".repeat(5000)))
			.andExpect(status().isOk());
		this.mvc.perform(page("/portfolio?q=nobody")).andExpect(content().string(containsString("No creator matches")));
	}

	@Test
	void asksAgainOnlyWhenSomethingChanged() throws Exception {
		channel("Ana", Duration.ofDays(30));
		String page = this.mvc.perform(page("/portfolio")).andReturn().getResponse().getContentAsString();
		String version = page.replaceAll("(?s).*version=([0-9a-f]+).*", "$1");
		this.mvc.perform(page("/portfolio/live?version=" + version)).andExpect(status().isNoContent());
		channel("Bob", Duration.ofDays(30));
		this.mvc.perform(page("/portfolio/live?version=" + version))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Bob")))
			.andExpect(content().string(containsString("hx-swap-oob")))
			.andExpect(content().string(not(containsString("<html"))));
	}

	@Test
	@DisplayName("a constant number of statements whatever the number of creators")
	void runsTheSameStatementsForManyCreators() throws Exception {
		channel("First", Duration.ofDays(30));
		this.mvc.perform(page("/portfolio"));
		int few = StatementCounter.during(() -> this.mvc.perform(page("/portfolio")));
		for (int i = 0; i < 60; i++) {
			channel("Creator " + i, Duration.ofDays(i - 5));
		}
		int many = StatementCounter.during(() -> this.mvc.perform(page("/portfolio")));
		assertThat(many).isEqualTo(few).isBetween(5, 15);
	}

	@Test
	void brokenAddressesAreAnsweredKindly() throws Exception {
		this.mvc.perform(page("/creators/not-an-id")).andExpect(status().isNotFound());
		this.mvc.perform(page("/nowhere")).andExpect(status().isNotFound());
		this.mvc
			.perform(post("/portfolio").with(this.organizations.signedIn(this.viewer))
				.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
					.csrf()))
			.andExpect(status().isMethodNotAllowed())
			.andExpect(content().string(containsString("That did not work")));
	}

	@Test
	void remindsTheSelectedOnes() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana");
		this.rows.invite(this.viewer, ana, this.rows.channel(this.viewer, ana, "instagram", "ana"), "SENT", null);
		this.mvc
			.perform(post("/portfolio/remind").param("creator", ana.toString())
				.with(this.organizations.signedIn(this.viewer))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andExpect(flash().attribute("message", containsString("No reminder sent; 1 invitation has no")));
	}

	@Test
	void remindsOnceOfEveryOpenInvitation() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana");
		UUID channel = this.rows.channel(this.viewer, ana, "instagram", "ana");
		UUID invitation = this.rows.invite(this.viewer, ana, channel, "SENT", null);
		this.rows.connect(this.viewer, channel, Duration.ofDays(-2));
		this.jdbc.sql("update invitation set recipient = 'ana@example.org' where id = ?").param(invitation).update();
		UUID ben = this.rows.creator(this.viewer, "Ben");
		remind("/portfolio?state=expired&q=%C3%A4", ana, ben)
			.andExpect(redirectedUrl("/portfolio?state=expired&q=%C3%A4"))
			.andExpect(flash().attribute("message", "1 reminder sent"));
		remind("//evil.example", ben).andExpect(redirectedUrl("/portfolio"))
			.andExpect(flash().attribute("message", containsString("nobody of them has an open invitation")));
	}

	@Test
	@DisplayName("P-1: a missing picture has a mark whose text is the reason")
	void marksMissingPictures() throws Exception {
		UUID ana = this.rows.creator(this.viewer, "Ana");
		this.rows.ineligible(this.rows.channel(this.viewer, ana, "instagram", "ana"), "PRIVATE");
		this.mvc.perform(page("/portfolio"))
			.andExpect(content().string(containsString("title=\"No picture: the profile at Instagram is private, so")));
	}

	private ResultActions remind(String back, UUID... creators) throws Exception {
		return this.mvc.perform(post("/portfolio/remind")
			.param("creator", Stream.of(creators).map(UUID::toString).toArray(String[]::new))
			.param("back", back)
			.with(this.organizations.signedIn(this.viewer))
			.with(csrf()));
	}

	private UUID invited(String name, String state, @Nullable String diagnosis) {
		UUID creator = this.rows.creator(this.viewer, name);
		return this.rows.invite(this.viewer, creator, this.rows.channel(this.viewer, creator, "instagram", name), state,
				diagnosis);
	}

	private void channel(String name, @Nullable Duration remaining) {
		UUID creator = this.rows.creator(this.viewer, name, "Food");
		UUID channel = this.rows.channel(this.viewer, creator, "instagram", name);
		this.rows.connect(this.viewer, channel, remaining);
	}

	private MockHttpServletRequestBuilder page(String address) {
		return get(java.net.URI.create(address)).with(this.organizations.signedIn(this.viewer));
	}

}
