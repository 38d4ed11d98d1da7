package io.channelkeeper.warning.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.warning.WarningRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Admins say when the organization is warned.
 */
@ApplicationTest
class WarningRulesPageTests {

	private static final String FORM = "/admin/organization/warnings";

	private static final Pattern HOUR = Pattern.compile("<option value=\"(\\d+)\"\\s+selected");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	WarningRules rules;

	private Viewer admin;

	@BeforeEach
	void makeOrganization() {
		this.admin = this.organizations.make("Atelier");
	}

	@ParameterizedTest
	@CsvSource({ "en,Warnings before connections expire,owned", "de,'Warnungen, bevor Verbindungen ablaufen',eigener" })
	@DisplayName("issue 6: the organization’s page shows what holds, in both languages")
	void showsWhatHolds(String language, String title, String owned) throws Exception {
		this.organizations.speak(this.admin, language);
		String page = page(this.admin);
		assertThat(page).contains(title, ">" + owned + "</label>").doesNotContain("??");
		assertThat(field(page, "instagram-OWNED")).contains("value=\"10, 5, 1, 0\"");
		assertThat(field(page, "instagram-MONITORED")).contains("value=\"10, 1, 0\"");
		assertThat(field(page, "facebook-MONITORED")).contains("value=\"10\"");
		assertThat(hour(page)).isEqualTo("8");
	}

	@Test
	@DisplayName("issue 6: an admin changes days and hour; what was not sent stays")
	void savesDaysAndHour() throws Exception {
		send(this.admin,
				post(FORM).param("instagram-OWNED", " 30 ; 3,0").param("facebook-PAID", "").param("hour", "17"))
			.andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/admin/organization#warnings"));
		assertThat(days("instagram", ChannelKind.OWNED)).isEqualTo("30, 3, 0");
		assertThat(days("facebook", ChannelKind.PAID)).isEmpty();
		assertThat(days("instagram", ChannelKind.MONITORED)).isEqualTo("10, 1, 0");
		String page = page(this.admin);
		assertThat(field(page, "instagram-OWNED")).contains("value=\"30, 3, 0\"");
		assertThat(hour(page)).isEqualTo("17");
		String elsewhere = page(this.organizations.make("Bistro"));
		assertThat(field(elsewhere, "instagram-OWNED")).contains("value=\"10, 5, 1, 0\"");
		assertThat(hour(elsewhere)).isEqualTo("8");
		send(this.admin, get(FORM)).andExpect(redirectedUrl("/admin/organization#warnings"));
	}

	@Test
	@DisplayName("B-2: an admin says whether creators are reminded; what was not sent stays")
	void switchesRenewalMails() throws Exception {
		assertThat(field(page(this.admin), "renewals")).contains("checked");
		send(this.admin, post(FORM).param("hour", "9"));
		assertThat(field(page(this.admin), "renewals")).contains("checked");
		send(this.admin, post(FORM).param("_renewals", "on").param("hour", "24")).andExpect(status().is(422));
		assertThat(field(page(this.admin), "renewals")).contains("checked");
		send(this.admin, post(FORM).param("_renewals", "on")).andExpect(status().isSeeOther());
		assertThat(field(page(this.admin), "renewals")).doesNotContain("checked");
		send(this.admin, post(FORM).param("hour", "9"));
		assertThat(field(page(this.admin), "renewals")).doesNotContain("checked");
		assertThat(field(page(this.organizations.make("Bistro")), "renewals")).contains("checked");
		send(this.admin, post(FORM).param("_renewals", "on").param("renewals", "on"));
		assertThat(field(page(this.admin), "renewals")).contains("checked");
	}

	@ParameterizedTest
	@CsvSource({ "en,Enter days from 0 to 90", "de,Gib Tage von 0 bis 90" })
	@DisplayName("issue 6: what is wrong is said at its field, what was typed stays, and nothing is saved")
	void saysWhatIsWrong(String language, String error) throws Exception {
		this.organizations.speak(this.admin, language);
		String page = send(this.admin,
				post(FORM).param("instagram-OWNED", "10, <b>ten</b>")
					.param("tiktok-OWNED", "91")
					.param("facebook-OWNED", "7"))
			.andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(field(page, "instagram-OWNED")).contains("value=\"10, &lt;b&gt;ten&lt;/b&gt;\"",
				"aria-invalid=\"true\"", "aria-describedby=\"instagram-OWNED-note\"");
		assertThat(field(page, "tiktok-OWNED")).contains("value=\"91\"", "aria-invalid=\"true\"");
		assertThat(field(page, "facebook-OWNED")).contains("value=\"7\"").doesNotContain("aria-invalid");
		assertThat(page).contains("id=\"instagram-OWNED-note\"", "role=\"alert\"");
		assertThat(page.split(error, -1)).hasSize(3);
		assertThat(days("facebook", ChannelKind.OWNED)).isEqualTo("10, 5, 1, 0");
	}

	@ParameterizedTest
	@CsvSource({ "24", "-1", "eight", "''", "8.5", "99999999999" })
	void refusesAnHourThatIsNone(String hour) throws Exception {
		assertThat(send(this.admin, post(FORM).param("hour", hour).param("instagram-OWNED", "3"))
			.andExpect(status().is(422))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("Choose an hour from the list.");
		assertThat(days("instagram", ChannelKind.OWNED)).isEqualTo("10, 5, 1, 0");
	}

	@ParameterizedTest
	@EnumSource(names = { "MANAGER", "MARKETER" })
	void onlyAdminsMay(Role role) throws Exception {
		Viewer other = this.organizations.member(this.admin, role);
		for (MockHttpServletRequestBuilder request : List.of(get("/admin/organization"), get(FORM),
				post(FORM).param("instagram-OWNED", "3"), post(FORM).param("instagram-OWNED", "x"))) {
			send(other, request).andExpect(status().isForbidden());
		}
		this.mvc.perform(post(FORM).with(csrf()).param("instagram-OWNED", "3")).andExpect(status().is3xxRedirection());
		this.mvc.perform(post(FORM).with(this.organizations.signedIn(this.admin)).param("instagram-OWNED", "3"))
			.andExpect(status().isForbidden());
		assertThat(days("instagram", ChannelKind.OWNED)).isEqualTo("10, 5, 1, 0");
	}

	private String page(Viewer viewer) throws Exception {
		return send(viewer, get("/admin/organization")).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private static String field(String page, String name) {
		Matcher field = Pattern.compile("<input[^>]*\\bname=\"" + name + "\"[^>]*>").matcher(page);
		assertThat(field.find()).as(name).isTrue();
		return field.group();
	}

	private static String hour(String page) {
		Matcher option = HOUR.matcher(page);
		assertThat(option.find()).isTrue();
		return option.group(1);
	}

	private ResultActions send(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.organizations.signedIn(viewer)));
	}

	private String days(String network, ChannelKind kind) {
		return Tenancy.within(this.admin.organizationId(),
				() -> this.rules.days(this.admin.organizationId(), new NetworkId(network), kind).toString());
	}

}
