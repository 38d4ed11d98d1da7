package io.channelkeeper.network.facebook;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.TokenValue;

/**
 * What every way by a page has to know of it.
 */
final class Pages {

	/** A page's tasks that let its figures be read. */
	private static final Set<String> ENOUGH = Set.of("ANALYZE", "MANAGE");

	private Pages() {
	}

	/** What stands in the way of using this page, or null. */
	static @Nullable Diagnosis obstacle(Json page) {
		if (Boolean.FALSE.equals(page.flag("is_published"))) {
			return about(DiagnosisKind.PAGE_NOT_PUBLISHED, page);
		}
		return isRoleTooSmall(page) ? about(DiagnosisKind.ROLE_TOO_SMALL, page) : null;
	}

	static boolean isRoleTooSmall(Json page) {
		return page.hasList("tasks") && page.texts("tasks").stream().noneMatch(ENOUGH::contains);
	}

	static Diagnosis about(DiagnosisKind kind, Json page) {
		String id = Objects.requireNonNullElse(page.label("id"), "?");
		return Diagnosis.of(kind, "page", Objects.requireNonNullElse(page.label("name"), id));
	}

	/** The page's own token, or null where the person's has to serve. */
	static @Nullable TokenValue token(Json page) {
		String token = page.text("access_token");
		return (token != null) ? new TokenValue(token) : null;
	}

	static Permission permission(String scope) {
		return new Permission(scope, "permission.facebook." + scope);
	}

}
