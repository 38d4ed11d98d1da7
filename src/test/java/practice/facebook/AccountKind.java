package practice.facebook;

/**
 * What an Instagram account is; only the first two are professional.
 */
public enum AccountKind {

	BUSINESS, CREATOR, PERSONAL

}
