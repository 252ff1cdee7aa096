package io.keyledger.query.usergroup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.keyledger.query.current.Member;

import java.util.List;

/**
 * A user group with who is in it.
 *
 * @param members the first 50; the list goes on at {@code …/members}
 */
record UserGroupDetails(@JsonUnwrapped UserGroupView group, List<Member> members) {

    UserGroupDetails {
        members = List.copyOf(members);
    }
}
