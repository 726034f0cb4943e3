package jp.madoguchi.kiosk.staff;

import java.util.Optional;
import jp.madoguchi.kiosk.terms.Slug;

/** What an account may do. */
public enum Role {
    /** Puts the machine right. */
    CLERK,
    /** That, and says who else may. */
    MANAGER;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String slug() {
        return Slug.of(this);
    }

    public static Optional<Role> ofSlug(String slug) {
        for (Role role : values()) {
            if (role.slug().equals(slug)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
